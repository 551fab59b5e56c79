using EdgeInfer.Comparison.Deletion;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Serving.Explanations.Occlusion;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Comparison.Tests.Deletion;

public sealed class DeletionReportTests
{
    private const int SegmentCount = 20;

    [Fact]
    public void TheAreaOfAnExplanationThatNamesTheOneSegmentThatMattersIsTheSmallestThereIs()
    {
        using var folder = new TemporaryFolder();

        var report = DeletionReport.Measure(Data(folder, windows: 40), [TinyTask.WriteTreeBundle(folder.File("bundle"))], seed: 1);
        var tree = Assert.Single(report.Models);

        // A high window falls with its first sample, at once or in the middle on average; a low one stays what it is.
        var (sure, unsure) = (TinyTask.Sure, 1 - TinyTask.Sure);
        var high = ((sure + unsure) / 2 + (SegmentCount - 1) * unsure) / SegmentCount;
        Assert.Equal((high + sure) / 2, tree.ExplainedArea, 1e-6);
        Assert.Equal(((sure + unsure) / 2 + sure) / 2, tree.RandomArea, 0.04);
        Assert.Equal(tree.RandomArea - tree.ExplainedArea, tree.Score, 1e-12);
        Assert.InRange(tree.Low!.Value, 0.1, tree.Score);
        Assert.Equal((3, 120, SegmentCount + 1), (tree.Groups, tree.Windows, tree.ForwardPasses));
    }

    [Fact]
    public void ModelsThatAnswerAlikeMeetTheSameOrdersAndScoreTheSame()
    {
        using var folder = new TemporaryFolder();
        string[] bundles = [TinyTask.WriteTreeBundle(folder.File("trees")), TinyTask.WriteHybridBundle(folder.File("hybrid"))];

        var report = DeletionReport.Measure(Data(folder, windows: 6), bundles, seed: 3);

        Assert.Equal(report.Models[0].RandomArea, report.Models[1].RandomArea);
        Assert.Equal((0, 0, 0), (report.Differences[0].Mean, report.Differences[0].Low, report.Differences[0].High));
    }

    [Fact]
    public void TheSeedDrawsTheOrders()
    {
        using var folder = new TemporaryFolder();
        var (data, bundle) = (Data(folder, windows: 6), TinyTask.WriteTreeBundle(folder.File("bundle")));

        double[] areas = [.. new[] { 1, 1, 2 }.Select(seed => DeletionReport.Measure(data, [bundle], seed).Models[0].RandomArea)];

        Assert.Equal(areas[0], areas[1]);
        Assert.NotEqual(areas[0], areas[2]);
    }

    [Fact]
    public void AnExplanationThatNamesTheSegmentLastLeavesTheLargestArea()
    {
        using var lane = TinyTask.Lane("tree", TimeProvider.System);
        var segments = Segments.OfWindow(["x", "y"], TinyTask.Length, TinyTask.RateHz);
        var curve = new DeletionCurve(lane, segments, [0, 0], TinyTask.Shape.ValueCount);
        var order = RemovalOrder.By([-1, .. Enumerable.Repeat(0.0, SegmentCount - 1)]);

        var area = curve.AreaUnder(TinyTask.Window(1), label: 1, TinyTask.Sure, order);

        Assert.Equal([.. Enumerable.Range(1, SegmentCount - 1), 0], order);
        // It falls at the very last step, by a trapezoid.
        Assert.Equal(((SegmentCount - 1) * TinyTask.Sure + 0.5) / SegmentCount, area, 1e-6);
    }

    [Fact]
    public void ABundleOfAnotherTaskIsRefused()
    {
        using var folder = new TemporaryFolder();
        var data = TinyTask.WriteData(folder.File("data"), windows: 4, "a");
        var json = Path.Combine(data, "dataset.json");
        File.WriteAllText(json, File.ReadAllText(json).Replace("\"tiny\"", "\"other\"", StringComparison.Ordinal));
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"));

        var error = Assert.Throws<InvalidInputException>(() => DeletionReport.Measure(RecordingSet.Open(data), [bundle], seed: 1));

        Assert.Equal($"{bundle}: made for task 'tiny', the data is of 'other'", error.Message);
    }

    private static RecordingSet Data(TemporaryFolder folder, int windows) =>
        RecordingSet.Open(TinyTask.WriteData(folder.File("data"), windows, "a", "b", "c"));
}
