using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Opening;

/// <summary>What is played: never a recording that a model was trained on.</summary>
public static class TestRecordings
{
    /// <exception cref="InvalidInputException">The test side is empty.</exception>
    public static IReadOnlyList<Recording> Of(RecordingSet set)
    {
        Recording[] chosen = [.. set.Recordings.Where(recording => recording.Side == SplitSide.Test)];
        return chosen.Length > 0
            ? chosen
            : throw new InvalidInputException(set.Directory, set.LeavesEachGroupOut
                ? $"split '{set.Split.Name}' leaves each group out in turn: name one, as in --split "
                    + $"{set.Split.NameWithout(set.Recordings[0].Group)}; 'edgeinfer demo' and 'validate' take all of them"
                : $"split '{set.Split.Name}' has no test recording");
    }
}
