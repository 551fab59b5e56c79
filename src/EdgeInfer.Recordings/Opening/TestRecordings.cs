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
            : throw new InvalidInputException(set.Directory, $"split '{set.Split.Name}' has no test recording");
    }
}
