using System.Text.Json;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Demo;

public sealed class DetectorDemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task DetectorsOfSimulatedMachinesGoFromRecordingToReport()
    {
        var result = (await ToolProcess.EdgeInferAsync(
            _folder.Path, "demo", "--quick", "--task", "vibration-sim-anomaly", "--json", "report.json")).Succeeded();

        var report = JsonElement.Parse(File.ReadAllText(_folder.File("report.json")));
        Assert.Equal(
            ["vibration-sim-anomaly-pca", "vibration-sim-anomaly-kmeans", "vibration-sim-anomaly-autoencoder"],
            report.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("name").GetString()));
        foreach (var model in report.GetProperty("models").EnumerateArray())
        {
            Assert.InRange(model.GetProperty("roc_auc").GetDouble(), 0.7, 1);
            // Four faults of each of three machines.
            Assert.Equal(12, model.GetProperty("events").GetProperty("events").GetInt32());
        }

        var pair = report.GetProperty("comparison");
        Assert.Equal(("roc_auc", "no_claim"), (pair.GetProperty("endpoint").GetString(), pair.GetProperty("outcome").GetString()));
        Assert.Equal(
            "edgeinfer demo --task vibration-sim-anomaly --seed 1 --quick",
            report.GetProperty("provenance").GetProperty("command").GetString());
        Assert.Contains(
            result.Output,
            line => line.StartsWith("verdict: Simulated data, which checks the tools and supports no claim", StringComparison.Ordinal));
        Assert.Contains(
            "Events, after threshold and decision", File.ReadAllText(_folder.File("artifacts/demo/report.html")), StringComparison.Ordinal);
        Assert.Empty(LeftBehind.In(_folder.Path));
        await RequireTheSameEventsOfCompareAsync(report);
    }

    private async Task RequireTheSameEventsOfCompareAsync(JsonElement demo)
    {
        string[] bundles = [.. new[] { "pca", "kmeans" }.Select(model => $"artifacts/demo/bundles/vibration-sim-anomaly-{model}")];
        (await ToolProcess.EdgeInferAsync(
            _folder.Path,
            ["compare", .. bundles, "--data", "artifacts/demo/data/vibration-sim-1-quick", "--task", "vibration-sim-anomaly",
                "--json", "compared.json"])).Succeeded();

        var compared = JsonElement.Parse(File.ReadAllText(_folder.File("compared.json")));
        foreach (var (there, here) in demo.GetProperty("models").EnumerateArray().Zip(compared.GetProperty("models").EnumerateArray()))
        {
            Assert.Equal(there.GetProperty("name").GetString(), here.GetProperty("name").GetString());
            Assert.Equal(there.GetProperty("roc_auc").GetDouble(), here.GetProperty("roc_auc").GetDouble());
            Assert.Equal(there.GetProperty("events").GetRawText(), here.GetProperty("events").GetRawText());
        }
    }

    public void Dispose() => _folder.Dispose();
}
