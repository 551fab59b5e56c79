using System.Globalization;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Clocks;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Scanning;

namespace EdgeInfer.Datasets.Checking;

/// <summary>Notes on samples that read well: rates that differ from the declared one, gaps, classes missing on a side.</summary>
internal static class SampleNotes
{
    private const double RateTolerance = 1.5;

    public static IEnumerable<string> Gather(
        Dataset dataset, DatasetSplit split, IReadOnlyList<Recording> recordings, Func<Recording, RunFacts> factsOf)
    {
        var steps = new StepCounts();
        var (nonFinite, rows, stepCount, gaps) = (0L, 0L, 0L, 0L);
        var seen = new HashSet<(int Label, SplitSide Side)>();
        foreach (var recording in recordings)
        {
            var facts = factsOf(recording);
            rows += facts.Run.Count;
            nonFinite += facts.NonFinite;
            stepCount += facts.StepCount;
            gaps += facts.Gaps;
            steps.Add(facts.Steps);
            foreach (var label in dataset.LabelsInFile ? facts.Labels : [recording.Label])
                seen.Add((label, recording.Side));
        }

        if (nonFinite > 0)
            yield return Text($"{nonFinite} of {rows} rows hold NaN or an infinity: no model learns from a window with one, or answers it");

        if (steps.RateHz() is { } rate)
        {
            var isExpected = dataset.Resampling == ResamplingRule.Filtered || dataset.Long is not null;
            if (!isExpected && rate / dataset.RateHz is (> RateTolerance or < 1 / RateTolerance))
                yield return Text(
                    $"the timestamps say {rate:G4} Hz, rate_hz {dataset.RateHz}: is the unit '{dataset.Timestamp!.Unit}' right?");
            var longest = dataset.Window!.MaxGapSeconds ?? 10 / dataset.RateHz;
            if (gaps > 0)
                yield return Text(
                    $"{gaps} of {stepCount} steps in time are longer than {longest:G4} s or go backwards: windows do not cross them");
        }

        if (split is { By: SplitBy.EachGroup, LeftOut: null })
            yield break;
        var classes = LabelTexts.Answers(dataset);
        for (var label = 0; label < classes.Count; label++)
        {
            foreach (var side in Enum.GetValues<SplitSide>().Where(side => !seen.Contains((label, side))))
                yield return $"class '{classes[label]}' has no sample on the {(side == SplitSide.Train ? "train" : "test")} side";
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
