using EdgeInfer.Core.Marks;
using EdgeInfer.Datasets.Roles;
using EdgeInfer.Datasets.Splitting;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>What was understood of a folder of pictures, in sentences that its owner can confirm.</summary>
internal sealed class PictureSentences(Dataset dataset, PathRoles paths, ClassGroupTable table, DraftSplit split, int pictures)
{
    public IEnumerable<string> All()
    {
        yield return $"learn to tell {SentenceList.Of([.. dataset.Labels.Select(label => label.Name)], "and")} apart, by "
            + $"{paths.LabelOrigin}";
        yield return dataset.GroupOrigin == GroupOrigin.Files
            ? paths.HasBursts
                ? Invariant($"{pictures} pictures of {table.Groups.Count} moments: shots of one moment are a group")
                : Invariant($"each of {pictures} pictures is a group of its own")
            : $"{GroupNames.Of(dataset.GroupNoun, table.Groups)} are the groups, by {paths.GroupOriginText}";
        foreach (var part in paths.Unused)
            yield return $"{part.Name} ({part.Shown}) decides nothing: recordings that differ in it are treated alike";
        yield return SplitSentence.Of(dataset, paths, table, split);
        if (paths.RunnerUp is { } second)
            yield return $"{second.Name} could be the class as well: {second.Option}";
    }

    public IEnumerable<string> Warnings()
    {
        if (dataset.GroupOrigin == GroupOrigin.Files)
        {
            yield return $"nothing names an object, camera or session: each {dataset.GroupNoun} is its own group, pictures of one "
                + $"scene may stand on both "
                + "sides, and every figure will say 'optimistic'. Give --group '{group}...' where you know better";
        }
    }
}
