using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Scanning;
using EdgeInfer.Recordings.Windows;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Checking;

/// <summary>Whether there is a window to learn from at all.</summary>
internal static class WholeWindows
{
    /// <summary>Whether a recording is so long between its gaps, by twice a window on average, that nobody need look.</summary>
    public static bool Surely(Dataset dataset, RunFacts facts)
    {
        var rate = dataset.Timestamp is null ? dataset.RateHz : facts.Steps.RateHz() ?? 0;
        return rate > 0 && facts.Run.Count / (facts.Gaps + 1.0) >= 2 * dataset.Window!.Seconds * rate;
    }

    /// <exception cref="InvalidInputException">No recording holds a whole window.</exception>
    public static void Require(string directory, Dataset dataset, DatasetSplit split)
    {
        var set = RecordingSet.Open(directory, dataset.Name, split.Name);
        if (set.Recordings.Any(recording => WindowSet.Read(set, [recording], set.TestShape).Values.Length > 0))
            return;
        throw new InvalidInputException(
            directory,
            Invariant($"no recording holds a whole window of {dataset.Window!.Seconds:G4} s at {dataset.RateHz:G6} Hz without a gap: ")
            + "are rate_hz, the clock's unit and window.seconds right?");
    }
}
