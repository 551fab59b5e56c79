using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Recordings of the test side that stand on the training side as well, under whatever name.</summary>
public static class SideCopies
{
    /// <summary>A split that is declared leaky is let through: every figure of it is marked.</summary>
    /// <exception cref="InvalidInputException">A test recording is a copy, or a near copy, of one that is trained on.</exception>
    public static void Refuse(RecordingSet set)
    {
        if (set.LeavesEachGroupOut)
            RefuseBetweenGroups(set, allGroups: true);
        else if (!set.Split.Leaky && Find(set) is { } problem)
            throw problem;
    }

    /// <summary>Where each group is left out in turn: none may be a copy of the others.</summary>
    /// <param name="allGroups">Those of the test side as well.</param>
    /// <exception cref="InvalidInputException">A recording is a copy, or a near copy, of one of another group.</exception>
    public static void RefuseBetweenGroups(RecordingSet set, bool allGroups)
    {
        if (set.Split.Leaky)
            return;
        RecordedPieces[] all = [.. set.ContentOf(SplitSide.Train), .. allGroups ? set.ContentOf(SplitSide.Test) : []];
        foreach (var group in all.Select(recording => recording.Group).Distinct())
        {
            RecordedPieces[] others = [.. all.Where(recording => recording.Group != group)];
            RecordedPieces[] own = [.. all.Where(recording => recording.Group == group)];
            if (CopyFinder.First(set, others, own) is not { } copy)
                continue;
            throw new InvalidInputException(
                Path.Combine(set.Directory, copy.Tested.Path),
                $"group '{group}' cannot be left out: this recording is a copy of {copy.Learnt.Path} of group '{copy.Learnt.Group}' "
                + $"({copy.Extent}); take one away, put both into one group, or declare the split leaky");
        }
    }

    /// <summary>The first copy as an error that names both files; null where there is none.</summary>
    internal static InvalidInputException? Find(RecordingSet set) =>
        CopyFinder.First(set, set.ContentOf(SplitSide.Train), set.ContentOf(SplitSide.Test)) is { } copy
            ? new InvalidInputException(
                Path.Combine(set.Directory, copy.Tested.Path),
                $"the split leaks: the test recording of group '{copy.Tested.Group}' is a copy of {copy.Learnt.Path} of group "
                + $"'{copy.Learnt.Group}', which is trained on ({copy.Extent}); take one away, put both on one side, or declare the "
                + "split leaky")
            : null;
}
