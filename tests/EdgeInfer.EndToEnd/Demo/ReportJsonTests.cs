using System.Text.Json;
using EdgeInfer.EndToEnd.Support;

namespace EdgeInfer.EndToEnd.Demo;

public class ReportJsonTests(QuickDemo demo)
{
    private const string Report = "artifacts/demo/report.json";

    [Fact]
    public async Task TheReportSaysOnWhatItStands()
    {
        var report = await ReadAsync();

        Assert.Equal("vibration-sim", report.GetProperty("data").GetString());
        Assert.True(report.GetProperty("simulated").GetBoolean());
        Assert.Equal("machines", report.GetProperty("split").GetProperty("kind").GetString());
        Assert.False(report.GetProperty("split").GetProperty("leaky").GetBoolean());
        Assert.Equal("vibration-sim", report.GetProperty("task").GetString());
        Assert.Equal(QuickDemo.Seed, report.GetProperty("seed").GetInt32());
        Assert.NotEmpty(report.GetProperty("machine").GetProperty("processor").GetString()!);
    }

    [Fact]
    public async Task TheThreeModelsStandInIt()
    {
        var models = (await ReadAsync()).GetProperty("models").EnumerateArray()
            .Select(model => string.Join(
                ' ', from field in new[] { "name", "family", "format", "engine", "host" } select model.GetProperty(field).GetString()));

        Assert.Equal(
            [
                "vibration-sim-fasttree fasttree exact tree jit",
                "vibration-sim-cnn-int8 cnn int8 onnx jit",
                "vibration-sim-cnn-fp32 cnn fp32 onnx jit",
            ],
            models);
    }

    [Fact]
    public async Task EveryFigureOfAModelIsWithinWhatItCanBe()
    {
        foreach (var model in (await ReadAsync()).GetProperty("models").EnumerateArray())
        {
            var accuracy = model.GetProperty("accuracy");
            Assert.InRange(
                accuracy.GetProperty("value").GetDouble(),
                accuracy.GetProperty("low").GetDouble(),
                accuracy.GetProperty("high").GetDouble());
            Assert.InRange(accuracy.GetProperty("value").GetDouble(), 0.4, 1);
            Assert.Equal(3, accuracy.GetProperty("groups").GetInt32());
            Assert.Equal(105, accuracy.GetProperty("windows").GetInt32());
            Assert.InRange(model.GetProperty("macro_f1").GetDouble(), 0.3, 1);
            Assert.InRange(model.GetProperty("roc_auc").GetDouble(), 0.5, 1);
            var latency = model.GetProperty("latency_us");
            Assert.True(latency.GetProperty("p50").GetDouble() > 0);
            // 105 windows are too few for a 99th percentile.
            Assert.Equal(JsonValueKind.Null, latency.GetProperty("p99").ValueKind);
            Assert.InRange(model.GetProperty("features_us").GetProperty("p50").GetDouble(), 0.001, latency.GetProperty("p50").GetDouble());
            Assert.True(model.GetProperty("cpu_us").GetDouble() > 0);
            Assert.Equal(JsonValueKind.Null, model.GetProperty("energy_mj").ValueKind);
            Assert.True(model.GetProperty("train_seconds").GetDouble() > 0);
        }
    }

    [Fact]
    public async Task TheSizesAreThoseOfTheFiles()
    {
        var models = (await ReadAsync()).GetProperty("models").EnumerateArray().ToArray();

        foreach (var (model, bundle) in models.Zip(demo.Bundles))
        {
            var file = Path.Combine(bundle, model.GetProperty("engine").GetString() == "tree" ? "model.trees" : "model.onnx");
            Assert.Equal(new FileInfo(file).Length, model.GetProperty("bytes").GetInt64());
        }
    }

    [Fact]
    public async Task ParityIsProven()
    {
        var parities = (await ReadAsync()).GetProperty("models").EnumerateArray().Select(model => model.GetProperty("parity")).ToArray();
        var (trees, integer, single) = (parities[0], parities[1], parities[2]);

        Assert.All(parities, parity => Assert.True(parity.GetProperty("rows").GetInt64() >= 105));
        Assert.Equal(0, trees.GetProperty("label_mismatches").GetInt64());
        Assert.Equal(0, trees.GetProperty("max_abs_diff").GetDouble());
        Assert.Equal(0, single.GetProperty("label_mismatches").GetInt64());
        Assert.InRange(single.GetProperty("max_abs_diff").GetDouble(), 0, 1e-5);
        Assert.InRange(integer.GetProperty("max_abs_diff").GetDouble(), 0, 0.5);
    }

    [Fact]
    public async Task NoMessageIsLost()
    {
        var mqtt = (await ReadAsync()).GetProperty("mqtt");

        Assert.Equal(0, mqtt.GetProperty("lost").GetInt64());
        Assert.Equal(mqtt.GetProperty("published").GetInt64(), mqtt.GetProperty("received").GetInt64());
        // Every window of three models, their results, and what a device says of itself.
        Assert.InRange(mqtt.GetProperty("published").GetInt64(), (3 * 105) + 3, (3 * 105) + 60);
    }

    [Fact]
    public async Task TheVerdictClaimsNothingThatWasNotMeasured()
    {
        var verdict = (await ReadAsync()).GetProperty("verdict").GetString();

        Assert.Contains("Simulated", verdict, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("cost on your own device is not measured yet", verdict, StringComparison.Ordinal);
        Assert.Contains("vibration-sim", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFileOfTheJsonOptionHoldsTheSame()
    {
        await demo.ResultAsync();

        Assert.Equal(demo.Report(Report), demo.Report("results/wanted.json"));
    }

    private async Task<JsonElement> ReadAsync()
    {
        await demo.ResultAsync();
        return JsonElement.Parse(demo.Report(Report));
    }
}
