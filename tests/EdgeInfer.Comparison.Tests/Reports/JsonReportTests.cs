using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Tests.Samples;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Comparison.Tests.Reports;

public class JsonReportTests
{
    private static string GoldenFile => Path.Combine(
        Repository.Root, "tests", "EdgeInfer.Comparison.Tests", "Reports", "report.golden.json");

    [Theory]
    [InlineData(".", "-")]
    [InlineData(",", "-")]
    [InlineData(",", "\u2212")]
    [InlineData("\u066B", "\u061C-")]
    public void TheReportEqualsItsSnapshotInEveryCulture(string decimalSeparator, string negativeSign)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Culture(decimalSeparator, negativeSign);
        try
        {
            var text = Encoding.UTF8.GetString(JsonReport.Serialize(ReportAssembly.Assemble(new SampleRun().ToInput())));
            if (Environment.GetEnvironmentVariable("EDGEINFER_UPDATE_GOLDEN") == "1")
                File.WriteAllText(GoldenFile, text);

            Assert.Equal(File.ReadAllText(GoldenFile), text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void EveryFieldThatWasPromisedIsThere()
    {
        var root = Json(new SampleRun());
        foreach (var name in (string[])["data", "simulated", "split", "task", "seed", "machine", "models", "mqtt", "verdict"])
            Assert.True(root.TryGetProperty(name, out _), name);
        Assert.Equal("subject", root.GetProperty("split").GetProperty("kind").GetString());
        Assert.False(root.GetProperty("split").GetProperty("leaky").GetBoolean());
        foreach (var name in (string[])["published", "received", "lost"])
            Assert.Equal(JsonValueKind.Number, root.GetProperty("mqtt").GetProperty(name).ValueKind);
        foreach (var model in root.GetProperty("models").EnumerateArray())
            CheckModel(model);
    }

    [Fact]
    public void ATailOfTooFewWindowsIsNullAndSaysWhy()
    {
        var latency = Json(new SampleRun { WindowsPerGroup = 10 }).GetProperty("models")[0].GetProperty("latency_us");

        Assert.Equal(JsonValueKind.Null, latency.GetProperty("p99").ValueKind);
        Assert.StartsWith("n too small", latency.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ATailStandsWithTheIntervalOfAnotherRun()
    {
        var latency = Json(new SampleRun { WindowsPerGroup = 300 }).GetProperty("models")[0].GetProperty("latency_us");

        Assert.Equal((1_500, 1_500), (latency.GetProperty("samples").GetInt64(), latency.GetProperty("independent").GetInt64()));
        Assert.InRange(latency.GetProperty("p99_low").GetDouble(), 1, latency.GetProperty("p99").GetDouble());
        Assert.InRange(latency.GetProperty("p99_high").GetDouble(), latency.GetProperty("p99").GetDouble() + 1, 1e6);
        Assert.Equal(JsonValueKind.Null, latency.GetProperty("note").ValueKind);
    }

    [Fact]
    public void ATailOfOneStallHasNoUpperEndAndSaysHowLittleItTells()
    {
        // Arrives in any order: neighbours are those in time.
        var run = new SampleRun
        {
            WindowsPerGroup = 300,
            Change = observation => observation.Stream == "subject-14" && observation.StartMs is >= 256_000 and < 312_320
                ? observation with { LatencyUs = 500_000 }
                : observation with { LatencyUs = 100 },
        };
        var input = run.ToInput();
        var mixed = input.Observations.ToArray();
        new Random(1).Shuffle(mixed);

        var latency = JsonDocument.Parse(JsonReport.Serialize(ReportAssembly.Assemble(input with { Observations = mixed })))
            .RootElement.GetProperty("models")[0].GetProperty("latency_us");

        Assert.Equal(500_000, latency.GetProperty("p99").GetDouble());
        Assert.Equal(JsonValueKind.Number, latency.GetProperty("p99_low").ValueKind);
        Assert.Equal(JsonValueKind.Null, latency.GetProperty("p99_high").ValueKind);
        Assert.InRange(latency.GetProperty("independent").GetInt64(), 1, 200);
        var note = latency.GetProperty("note").GetString();
        Assert.StartsWith("slow windows came together, so that 1500 windows", note, StringComparison.Ordinal);
    }

    [Fact]
    public void DecodingStandsBesideTheLatencyWhereThereIsSome()
    {
        Assert.Equal(JsonValueKind.Null, Json(new SampleRun()).GetProperty("models")[0].GetProperty("decode_us").ValueKind);

        var decoded = Json(new SampleRun { Change = observation => observation with { DecodeUs = 12.5 } });

        Assert.Equal(12.5, decoded.GetProperty("models")[0].GetProperty("decode_us").GetProperty("p50").GetDouble());
    }

    [Fact]
    public void ALatencySaysWhetherWindowsCouldBeLate()
    {
        string? Load(ObservationSource source) => JsonDocument.Parse(JsonReport.Serialize(
                ReportAssembly.Assemble(new SampleRun().ToInput() with { Source = source }))).RootElement
            .GetProperty("models")[0].GetProperty("latency_us").GetProperty("load").GetString();

        Assert.Equal("open loop", Load(ObservationSource.Replay));
        Assert.Equal("closed loop", Load(ObservationSource.HostPipeline));
    }

    [Fact]
    public void EveryAccuracyOfALeakySplitOfSimulatedDataSaysSo()
    {
        var root = Json(new SampleRun { Simulated = true, Leaky = true });
        foreach (var model in root.GetProperty("models").EnumerateArray())
        {
            var marks = model.GetProperty("accuracy").GetProperty("marks").EnumerateArray().Select(mark => mark.GetString());
            Assert.Equal(["simulated", "optimistic: leaky split"], marks);
        }
    }

    private static void CheckModel(JsonElement model)
    {
        foreach (var name in (string[])["name", "family", "format", "engine", "host"])
            Assert.Equal(JsonValueKind.String, model.GetProperty(name).ValueKind);
        string[] numbers = ["precision", "recall", "macro_f1", "roc_auc", "cpu_us", "bytes", "train_seconds", "train_cpu_seconds"];
        foreach (var name in numbers)
            Assert.Equal(JsonValueKind.Number, model.GetProperty(name).ValueKind);
        foreach (var name in (string[])["value", "low", "high", "groups", "windows"])
            Assert.Equal(JsonValueKind.Number, model.GetProperty("accuracy").GetProperty(name).ValueKind);
        foreach (var name in (string[])["rows", "label_mismatches", "max_abs_diff"])
            Assert.Equal(JsonValueKind.Number, model.GetProperty("parity").GetProperty(name).ValueKind);
        Assert.True(model.GetProperty("latency_us").TryGetProperty("p50", out _));
        Assert.True(model.GetProperty("latency_us").TryGetProperty("p99", out _));
        Assert.True(model.GetProperty("features_us").TryGetProperty("p50", out _));
        Assert.Equal(JsonValueKind.Null, model.GetProperty("energy_mj").ValueKind);
        Assert.True(model.GetProperty("intervals").GetProperty("macro_f1").TryGetProperty("low", out _));
        Assert.Equal("replay", model.GetProperty("accuracy").GetProperty("source").GetString());
    }

    private static JsonElement Json(SampleRun run) =>
        JsonDocument.Parse(JsonReport.Serialize(ReportAssembly.Assemble(run.ToInput()))).RootElement;

    // The build is globalisation-invariant and knows no culture by name: their habits are set by hand.
    internal static CultureInfo Culture(string decimalSeparator, string negativeSign)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = decimalSeparator;
        culture.NumberFormat.PercentDecimalSeparator = decimalSeparator;
        culture.NumberFormat.NegativeSign = negativeSign;
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }
}
