using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Repeats;

/// <summary>The same command gives the same models and the same report, whether it may use one processor or two.</summary>
public sealed class CoresTests(QuickDemo demo) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("trees", "--family", "fasttree")]
    [InlineData("trees", "--family", "forest")]
    [InlineData("trees", "--family", "lightgbm")]
    [InlineData("trees", "--family", "lightgbm", "--one-versus-all")]
    [InlineData("net", "--margin", "100")]
    public Task ClassifiersLearnTheSame(params string[] verb)
    {
        OwnRecordings.Write(_folder.File("data"));
        return RequireTheSameBundlesAsync([.. verb, "--data", "data"]);
    }

    [Fact]
    public async Task HybridsLearnTheSame() =>
        await RequireTheSameBundlesAsync(["hybrid", "--from", (await RunBundlesAsync())[1], "--data", demo.Data]);

    [Fact]
    public async Task DetectorsLearnTheSame()
    {
        await demo.ResultAsync();
        await RequireTheSameBundlesAsync(["anomaly", "--data", demo.Data, "--task", "vibration-sim-anomaly"]);
    }

    [Fact]
    public async Task ADemoReportsTheSame()
    {
        OwnRecordings.Write(_folder.File("data"));

        await RequireTheSameReportAsync(["demo", "--quick", "--data", "data"]);
    }

    [Fact]
    public async Task AComparisonReportsTheSame()
    {
        var bundles = await RunBundlesAsync();

        await RequireTheSameReportAsync(["compare", bundles[2], bundles[1], "--data", demo.Data]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string[]> RunBundlesAsync()
    {
        await demo.ResultAsync();
        return demo.Bundles;
    }

    private async Task RequireTheSameBundlesAsync(string[] verb)
    {
        var cores = Cores.Require();
        await RunAsync(cores.One, ["train", .. verb, "--quick", "--out", "one"]);
        await RunAsync(cores.Two, ["train", .. verb, "--quick", "--out", "two"]);

        string[] files = [.. Directory.EnumerateFiles(_folder.File("one"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.File("one"), file)).Order(StringComparer.Ordinal)];
        Assert.Contains(files, file => Path.GetFileName(file) == "golden.json");
        foreach (var file in files)
        {
            var (one, two) = (_folder.File(Path.Combine("one", file)), _folder.File(Path.Combine("two", file)));
            if (Path.GetFileName(file) == "model.json")
                Assert.Equal(Timeless(one), Timeless(two));
            else if (Path.GetFileName(file) != "model.sha256")
                Assert.True(File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(two)), $"{file} differs");
        }
    }

    private static string Timeless(string manifest)
    {
        var root = JsonNode.Parse(File.ReadAllText(manifest))!;
        foreach (var field in (string[])["seconds", "cpu_seconds", "machine"])
            Assert.True(root["training"]!.AsObject().Remove(field), field);
        return root.ToJsonString();
    }

    private async Task RequireTheSameReportAsync(string[] command)
    {
        var (cores, varying) = (Cores.Require(), VaryingFields.Read());
        await RunAsync(cores.One, [.. command, "--json", "one.json"]);
        await RunAsync(cores.Two, [.. command, "--json", "two.json"]);

        var (one, two) = (Report("one.json"), Report("two.json"));
        Assert.Equal(varying.Others(one), varying.Others(two));
        Assert.Empty(varying.Unused(two));
    }

    private JsonElement Report(string file) => JsonElement.Parse(File.ReadAllText(_folder.File(file)));

    private async Task RunAsync(string processors, string[] arguments)
    {
        await using var process = ToolProcess.Start(
            _folder.Path, Cores.Bind(processors, [.. Executables.CommandLine, .. arguments]));
        (await process.EndAsync()).Succeeded();
    }
}
