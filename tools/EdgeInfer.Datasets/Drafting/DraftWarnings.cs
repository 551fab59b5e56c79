namespace EdgeInfer.Datasets.Drafting;

/// <summary>What speaks against training on a folder as it is.</summary>
internal static class DraftWarnings
{
    public static IEnumerable<string> Of(
        ClassGroupTable table, RateFacts? rate, IReadOnlySet<string> test, IReadOnlyList<IReadOnlyList<string>> duplicates)
    {
        if (table.Classes.Count < 2)
            yield return $"only one class, '{table.Classes[0]}'";
        if (table.Groups.Count < 2)
            yield return $"only one group, '{table.Groups[0]}': nothing is left to test on; give --group REGEX";
        for (var i = 0; i < table.Classes.Count; i++)
        {
            string[] groups = [.. table.GroupsOf(i)];
            if (groups.Length == 1)
                yield return $"class '{table.Classes[i]}' lives in one group, '{groups[0]}': "
                    + "a model can't be told from one that recognises the group";
            else if (!groups.Any(test.Contains))
                yield return $"class '{table.Classes[i]}' is in no group of the test side";
            else if (groups.All(test.Contains))
                yield return $"class '{table.Classes[i]}' is in no group of the training side";
        }

        if (rate is { BackwardSteps: > 0 })
            yield return $"time steps backwards {rate.BackwardSteps} times";
        foreach (var files in duplicates)
            yield return $"identical content: {string.Join(", ", files)}";
    }
}
