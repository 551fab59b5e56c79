using System.Text.Json;
using EdgeInfer.Comparison.Console;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.OnHost;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Comparison.Tests.OnHost;

public sealed class HostComparisonTests : IDisposable
{
    private const int Windows = 12;

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public HostComparisonTests() => _data = TinyTask.WriteData(_folder.File("data"), Windows, "b", "c");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BundlesAnswerTheTestSideThroughTheDevicesPipeline()
    {
        var report = await CompareAsync(
            TinyTask.WriteTreeBundle(_folder.File("trees")), TinyTask.WriteHybridBundle(_folder.File("hybrid")));

        Assert.Equal(("host pipeline", null), (report.AccuracySource.Source, report.AccuracySource.Transport));
        Assert.Equal((2, 2 * Windows), (report.AccuracySource.Groups, report.AccuracySource.Windows));
        Assert.Null(report.Mqtt);
        Assert.Equal((1, 0), (report.Models[0].Accuracy.Value, report.Comparison!.Difference!.Value));
        Assert.Equal((1, true), (report.Models[0].CpuRatio!.Median, report.Models[1].CpuRatio!.Median > 0));
        Assert.Contains("answered through the device's pipeline on ", report.Verdict, StringComparison.Ordinal);
        Assert.Empty(report.Layers);
    }

    [Fact]
    public async Task ThePageSaysThatNoMessageCarriedTheAnswers()
    {
        var page = HtmlReport.Render(await CompareAsync(
            TinyTask.WriteTreeBundle(_folder.File("trees")), TinyTask.WriteOnnxBundle(_folder.File("net"))));

        Assert.Contains("held-out windows, run through the device's pipeline on the host.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("MQTT", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTableHoldsThePairAndItsDifference()
    {
        var table = PairTable.Of(await CompareAsync(
            TinyTask.WriteTreeBundle(_folder.File("trees")), TinyTask.WriteHybridBundle(_folder.File("hybrid"))));

        Assert.Equal(["tiny-fasttree-exact", "tiny-hybrid-int8"], table.Rows.Select(row => row[0]));
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.Equal("1.00, spread 1.00 to 1.00", table.Rows[0][3]);
        Assert.Equal(
            "accuracy of tiny-fasttree-exact minus tiny-hybrid-int8: 0.0000 [-0.9076, +0.9076], paired over 2 test groups (simulated)",
            table.Notes[0]);
        Assert.Equal(
            "CPU time: closed loop, each model alone in 31 blocks; spread is the 5th to the 95th percentile of blocks", table.Notes[1]);
    }

    [Fact]
    public async Task ATimeOfBlocksIsASpreadInTheJsonAsWell()
    {
        var report = JsonDocument.Parse(JsonReport.Serialize(await CompareAsync(
            TinyTask.WriteTreeBundle(_folder.File("trees")), TinyTask.WriteHybridBundle(_folder.File("hybrid"))))).RootElement;

        Assert.Equal(
            ["median", "blocks_p5", "blocks_p95", "blocks", "load"],
            report.GetProperty("models")[1].GetProperty("cpu_ratio").EnumerateObject().Select(field => field.Name));
        Assert.Equal("closed loop", report.GetProperty("models")[1].GetProperty("latency_us").GetProperty("load").GetString());
    }

    [Fact]
    public async Task NetworksOfOneFormAreComparedLayerByLayer()
    {
        string[] bundles = [TinyTask.WriteOnnxBundle(_folder.File("one")), TinyTask.WriteOnnxBundle(_folder.File("other"))];
        var report = await CompareAsync(bundles);

        Assert.Equal(bundles, report.Layers[0].Node.Split(' '));
        Assert.Contains("Layer by layer", HtmlReport.Render(report), StringComparison.Ordinal);
        Assert.Equal(["sum", "Add", "30.0", "0.25"], LayerSummary.Of(report)!.Rows[0]);
        // Two trainings of one model bear one name.
        Assert.Equal(bundles, report.Models.Select(model => model.Name));
    }

    [Fact]
    public async Task ABundleIsNotComparedWithItself()
    {
        var bundle = TinyTask.WriteTreeBundle(_folder.File("trees"));

        Assert.Equal(
            $"{bundle}: is given twice, and a bundle against itself shows nothing", await RefusalAsync(bundle, bundle));
    }

    [Theory]
    [InlineData("a", "")]
    [InlineData(" A", ", written ' A' there")]
    public async Task ABundleThatHasLearntATestGroupIsRefusedHoweverTheGroupIsWritten(string learnt, string spelling)
    {
        TinyTask.WriteData(_data, Windows, "a", "b");
        var bundle = TinyTask.WriteTreeBundle(_folder.File("trees"), learnt: learnt);

        Assert.Equal(
            $"{bundle}: has learnt group 'a' of the same data{spelling}, which is a test group of tiny",
            await RefusalAsync(bundle, TinyTask.WriteOnnxBundle(_folder.File("net"))));
    }

    private async Task<string> RefusalAsync(params string[] bundles) =>
        (await Assert.ThrowsAsync<InvalidInputException>(() => CompareAsync(bundles))).Message;

    private Task<ComparisonReport> CompareAsync(params string[] bundles) =>
        new HostComparison(RecordingSet.Open(_data), seed: 1, margin: 0.01, "edgeinfer compare", new OneLayer())
            .CompareAsync(bundles[0], bundles[1], TestContext.Current.CancellationToken);

    private sealed class OneLayer : ILayerComparison
    {
        public Task<IReadOnlyList<LayerDifference>> CompareAsync(string first, string second, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<LayerDifference>>([new("sum", $"{first} {second}", "Add", 30, 0.25)]);
    }
}
