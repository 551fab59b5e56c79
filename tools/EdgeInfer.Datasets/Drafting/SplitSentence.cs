using EdgeInfer.Datasets.Roles;
using EdgeInfer.Datasets.Splitting;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Who is learnt from, who judges, and what that allows to conclude.</summary>
internal static class SplitSentence
{
    public static string Of(Dataset dataset, PathRoles paths, ClassGroupTable table, DraftSplit split)
    {
        var noun = dataset.GroupNoun;
        if (split.Split.By == SplitBy.EachGroup)
            return Invariant($"split: each of {table.Groups.Count} {noun}s is left out in turn. ")
                + GroupFitness.Describe(table.Groups.Count, noun, dataset.GroupOrigin);
        if (paths.HasSides && dataset.GroupColumn is not null)
            return "split: as your files say";
        var origin = !paths.HasSides ? "drawn by a hash of their names"
            : paths.HasValidation ? "as your folders say; validation is learnt from"
            : "as your folders say";
        return Invariant($"split: {table.Groups.Count - split.Test.Count} {noun}s to learn from, {split.Test.Count} to judge on, ")
            + $"{origin}. {GroupFitness.Describe(split.Test.Count, noun, dataset.GroupOrigin)}";
    }
}
