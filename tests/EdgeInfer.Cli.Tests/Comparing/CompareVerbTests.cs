using System.Text.Json;
using EdgeInfer.Cli.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Cli.Tests.Comparing;

public sealed class CompareVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AComparisonWritesTheReportOfTheDemo()
    {
        var (trees, net) = (TinyTask.WriteTreeBundle(_folder.File("trees")), TinyTask.WriteOnnxBundle(_folder.File("net")));
        var data = TinyTask.WriteData(_folder.File("data"), windows: 12, "b", "c");
        var (report, json) = (_folder.File("report"), _folder.File("figures/comparison.json"));

        var (code, _) = Verb.Run("compare", trees, net, "--data", data, "--out", report, "--json", json);

        Assert.Equal(0, code);
        Assert.Equal(File.ReadAllText(json), File.ReadAllText(Path.Combine(report, "report.json")));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Path.Combine(report, "report.html")), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllText(json));
        var root = document.RootElement;
        Assert.Equal("host pipeline", root.GetProperty("accuracy_source").GetProperty("source").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("mqtt").ValueKind);
        Assert.Equal("tiny-cnn-fp32", root.GetProperty("comparison").GetProperty("second").GetString());
        Assert.Equal(
            $"edgeinfer compare {trees} {net} --data {data} --seed 1",
            root.GetProperty("provenance").GetProperty("command").GetString());
    }

    [Fact]
    public void AWindowThatNoModelAnswersIsCountedForEachAndToldOfEach()
    {
        var (trees, net) = (TinyTask.WriteTreeBundle(_folder.File("trees")), TinyTask.WriteOnnxBundle(_folder.File("net")));
        var data = TinyTask.WriteData(_folder.File("data"), windows: 12, "b", "c");
        var file = Path.Combine(data, "b.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("3200,1,0,", "3200,1,inf,", StringComparison.Ordinal));
        var report = _folder.File("report");

        var (code, _) = Verb.Run("compare", trees, net, "--data", data, "--out", report);

        Assert.Equal(0, code);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(report, "report.json")));
        Assert.Empty(document.RootElement.GetProperty("problems").EnumerateArray());
        foreach (var model in document.RootElement.GetProperty("models").EnumerateArray())
        {
            Assert.Equal(1, model.GetProperty("non_finite_windows").GetInt32());
            Assert.Equal(23, model.GetProperty("accuracy").GetProperty("windows").GetInt32());
        }

        Assert.Contains(
            "tiny-cnn-fp32 did not answer 1 window: a sample or a score was NaN or an infinity",
            File.ReadAllText(Path.Combine(report, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void AReportThatWouldLieInsideABundleIsRefusedBeforeAnyWork()
    {
        var bundle = TinyTask.WriteTreeBundle(_folder.File("trees"));

        var (code, lines) = Verb.Run("compare", bundle, "none", "--data", "none", "--out", bundle);

        Assert.Equal(2, code);
        Assert.StartsWith("--out: ", lines[0], StringComparison.Ordinal);
        Assert.Contains("would overwrite", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingBundleIsOneLine()
    {
        var data = TinyTask.WriteData(_folder.File("data"), windows: 4, "b");

        var (code, lines) = Verb.Run("compare", "missing", "missing", "--data", data, "--out", _folder.File("report"));

        Assert.Equal(2, code);
        Assert.Single(lines);
        Assert.False(Directory.Exists(_folder.File("report")));
    }
}
