namespace EdgeInfer.Datasets.Drafting;

/// <summary>Groups in a sentence: the subjects s1 and s2; anna and ben.</summary>
internal static class GroupNames
{
    private const string Unknown = "group";

    /// <param name="noun">What a group is, in the singular.</param>
    /// <param name="groups">Their names.</param>
    public static string Of(string noun, IReadOnlyList<string> groups) =>
        noun == Unknown ? SentenceList.Of(groups, "and") : $"the {noun}s {SentenceList.Of(groups, "and")}";
}
