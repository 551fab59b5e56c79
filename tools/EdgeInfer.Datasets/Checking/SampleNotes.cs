using System.Globalization;
using EdgeInfer.Core.Numerics;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Datasets.Checking;

/// <summary>Notes on samples that read well: rates that differ from the declared one, gaps, classes missing on a side.</summary>
internal static class SampleNotes
{
    private const double RateTolerance = 1.5;

    public static IEnumerable<string> Gather(Dataset dataset, IReadOnlyList<Recording> recordings, Func<string, SampleTable> table)
    {
        var steps = new List<long>();
        var (nonFinite, all) = (0L, 0L);
        var seen = new HashSet<(int Label, SplitSide Side)>();
        foreach (var recording in recordings)
        {
            var samples = new RecordedSamples(table(recording.Path), recording, dataset.RateHz, dataset.Channels.Count);
            for (var row = 0; row < samples.Count; row++)
            {
                all++;
                nonFinite += FiniteValues.Are(samples.Values(row)) ? 0 : 1;
                seen.Add((samples.Header(row, 0).Label, recording.Side));
                if (dataset.Timestamp is not null && row > 0)
                    steps.Add(samples.TimeNanoseconds(row) - samples.TimeNanoseconds(row - 1));
            }
        }

        if (nonFinite > 0)
            yield return Text($"{nonFinite} of {all} rows hold NaN or an infinity: no model learns from a window with one, or answers it");

        if (RateFacts.Of(steps) is { } rate)
        {
            var ratio = rate.RateHz / dataset.RateHz;
            if (ratio is > RateTolerance or < 1 / RateTolerance)
                yield return Text(
                    $"the timestamps say {rate.RateHz:G4} Hz, rate_hz {dataset.RateHz}: is the unit '{dataset.Timestamp!.Unit}' right?");
            var longest = dataset.Window!.MaxGapSeconds ?? 10 / dataset.RateHz;
            var gaps = steps.Count(step => step < 0 || step > longest * 1e9);
            if (gaps > 0)
                yield return Text(
                    $"{gaps} of {steps.Count} steps in time are longer than {longest} s or go backwards: windows do not cross them");
        }

        var classes = LabelTexts.Answers(dataset);
        for (var label = 0; label < classes.Count; label++)
        {
            foreach (var side in Enum.GetValues<SplitSide>().Where(side => !seen.Contains((label, side))))
                yield return $"class '{classes[label]}' has no sample on the {(side == SplitSide.Train ? "train" : "test")} side";
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
