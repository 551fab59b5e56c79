using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Which side a group stands on, and that it stands on one only.</summary>
internal static class GroupSides
{
    /// <summary>Null where the split is by lists of groups, and neither names this one.</summary>
    public static SplitSide? Of(DatasetSplit split, SplitRow row, string group)
    {
        if (split.By == SplitBy.File)
            return row.Side!.Value;
        if (split.By == SplitBy.EachGroup)
            return group == split.LeftOut ? SplitSide.Test : SplitSide.Train;
        if (split.Train!.Contains(group))
            return SplitSide.Train;
        return split.Test!.Contains(group) ? SplitSide.Test : null;
    }

    public static void Check(
        DatasetSplit split, IReadOnlyList<Recording> recordings, IReadOnlyList<ListedFile> files, Problems problems)
    {
        if (recordings.Count == 0)
            return;
        foreach (var side in Enum.GetValues<SplitSide>().Except(recordings.Select(recording => recording.Side)))
        {
            if (split.By != SplitBy.EachGroup)
                problems.Add(files[0].Place, $"split '{split.Name}' has no recording on the {Name(side)} side");
            else if (split.LeftOut is { } group)
                problems.Add(files[0].Place, side == SplitSide.Test
                    ? $"split '{split.Name}' leaves out group '{group}', which no recording has"
                    : $"split '{split.Name}' leaves out '{group}', and there is no other group to learn from");
        }

        var absent = (split.Train ?? []).Concat(split.Test ?? []).Except(recordings.Select(recording => recording.Group));
        foreach (var group in absent)
            problems.Add(files[0].Place, $"split '{split.Name}' lists group '{group}', which no recording has");
        var places = files.ToDictionary(file => file.Row.Path, file => file.Place);
        if (!split.Leaky)
            RefuseBothSides(recordings, places, problems);
        RefuseTwoSpellings(recordings, places, problems);
    }

    private static void RefuseBothSides(
        IReadOnlyList<Recording> recordings, Dictionary<string, string> places, Problems problems)
    {
        // 'Machine 13' in training is machine-13 in the test, whoever typed it.
        foreach (var group in recordings.GroupBy(recording => GroupName.Normalised(recording.Group), StringComparer.Ordinal))
        {
            var train = group.FirstOrDefault(recording => recording.Side == SplitSide.Train);
            var test = group.FirstOrDefault(recording => recording.Side == SplitSide.Test);
            if (train is null || test is null)
                continue;
            problems.Add(places[test.Path],
                $"the split leaks: group {Both(train.Group, test.Group)} stands on both sides ({train.Path}: train, {test.Path}: test); "
                + "keep a group on one side, or declare the split leaky");
        }
    }

    // One person counted as two would make intervals and verdicts surer than they are.
    private static void RefuseTwoSpellings(
        IReadOnlyList<Recording> recordings, Dictionary<string, string> places, Problems problems)
    {
        foreach (var group in recordings.GroupBy(recording => GroupName.Normalised(recording.Group), StringComparer.Ordinal))
        {
            var first = group.First();
            if (group.FirstOrDefault(recording => recording.Group != first.Group) is { } other)
                problems.Add(places[other.Path],
                    $"'{first.Group}' and '{other.Group}' are one group, written in two ways ({first.Path}, {other.Path}); "
                    + "write it in one");
        }
    }

    private static string Both(string train, string test) => train == test ? $"'{test}'" : $"'{test}', also written '{train}',";

    private static string Name(SplitSide side) => side == SplitSide.Train ? "train" : "test";
}
