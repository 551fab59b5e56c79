using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings;

namespace EdgeInfer.Runtime.Replay;

/// <summary>What is played: never a recording that a model was trained on.</summary>
internal static class TestRecordings
{
    /// <param name="limit">Recordings of a group at most; all where null.</param>
    /// <exception cref="InvalidInputException">The test side is empty.</exception>
    public static IReadOnlyList<Recording> Of(RecordingSet set, int? limit)
    {
        Dictionary<string, int> taken = [];
        List<Recording> chosen = [];
        foreach (var recording in set.Recordings.Where(recording => recording.Side == SplitSide.Test))
        {
            var before = taken.GetValueOrDefault(recording.Group);
            if (before == limit)
                continue;
            taken[recording.Group] = before + 1;
            chosen.Add(recording);
        }

        return chosen.Count > 0
            ? chosen
            : throw new InvalidInputException(set.Directory, $"split '{set.Split.Name}' has no test recording");
    }
}
