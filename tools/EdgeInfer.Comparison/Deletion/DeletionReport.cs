using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Serving.Explanations.Occlusion;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>The deletion test of several models over the same windows, segments and random orders.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="Simulated">Simulated data checks tools; it supports no claim.</param>
/// <param name="Split">Name of the split, whose test side gives the windows.</param>
/// <param name="Seed">Of the random orders.</param>
/// <param name="RandomOrders">Orders a window.</param>
/// <param name="SegmentCount">Segments of a window.</param>
/// <param name="NonFiniteWindows">Windows of the test side left out, because a sample of theirs is NaN or an infinity.</param>
/// <param name="Models">In the order in which they were named.</param>
/// <param name="Differences">The first model's score minus each other's.</param>
/// <param name="Marks">What every figure must be read with; those of one model are its own.</param>
/// <param name="Openings">How often the test side has been opened.</param>
public sealed record DeletionReport(
    string Task,
    bool Simulated,
    string Split,
    int Seed,
    int RandomOrders,
    int SegmentCount,
    long NonFiniteWindows,
    IReadOnlyList<DeletionFigures> Models,
    IReadOnlyList<ScoreDifference> Differences,
    IReadOnlyList<string> Marks,
    OpeningCount Openings)
{
    /// <exception cref="InvalidInputException">A bundle is unsound or for other windows, or a side of the split holds none.</exception>
    public static DeletionReport Measure(RecordingSet set, IReadOnlyList<string> bundles, int seed)
    {
        using var opened = ReadyBundles.Open(bundles, TimeProvider.System);
        Agreement.Check(opened.All, set.Dataset.Name, set.LabelNames, set.TestShape);
        var marks = opened.All.Select(bundle => LearntOrigin.Judge(bundle.Manifest, bundle.Path, set.JudgedSide)).ToArray();
        var openings = OpeningLedger.Record(
            set, "deletion-test", opened.Lanes.Select(lane => lane.Sha256), OpeningRun.OfProcess, TimeProvider.System);
        var windows = WindowSet.Read(set, TestRecordings.Of(set), set.TestShape);
        if (windows.Values.Length == 0)
            throw new InvalidInputException(set.Directory, $"no recording of the test side holds a window of {set.TestShape.Seconds} s");
        var means = ChannelMeans.Read(set);
        // Agreement makes the input of one bundle that of all.
        var segments = Segments.Of(opened.All[0].Manifest.Input);
        DeletionFigures[] models =
        [
            .. opened.All.Zip(marks, (ready, own) =>
                new DeletionTest(ready, segments, means, seed).Run(windows) with { Marks = own.Phrases }),
        ];
        return new(
            set.Dataset.Name, set.Dataset.Simulated, set.Split.Name, seed, DeletionTest.RandomOrders, segments.Count,
            windows.NonFinite, models,
            [.. models.Skip(1).Select(other => ScoreDifference.Of(models[0], other))],
            marks.Aggregate((all, own) => all.With(own)).Phrases,
            openings);
    }
}
