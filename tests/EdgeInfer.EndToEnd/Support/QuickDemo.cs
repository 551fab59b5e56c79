using EdgeInfer.Tests.Support;

[assembly: AssemblyFixture(typeof(EdgeInfer.EndToEnd.Support.QuickDemo))]

namespace EdgeInfer.EndToEnd.Support;

/// <summary>One run of the demo on the simulator, which several tests look at; started by the first that asks.</summary>
public sealed class QuickDemo : IDisposable
{
    public const int Seed = 11;

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<ToolResult>> _run;

    public QuickDemo() => _run = new(() => ToolProcess.EdgeInferAsync(
        _folder.Path, "demo", "--quick", "--task", "vibration-sim", "--seed", $"{Seed}", "--json", "results/wanted.json"));

    internal async Task<ToolResult> ResultAsync() => (await _run.Value).Succeeded();

    internal string Folder => _folder.Path;

    internal string Data => _folder.File($"artifacts/demo/data/vibration-sim-{Seed}-quick");

    internal string[] Bundles =>
        [.. new[] { "fasttree", "cnn-int8", "cnn-fp32" }.Select(model => _folder.File($"artifacts/demo/bundles/vibration-sim-{model}"))];

    internal string Report(string file) => File.ReadAllText(_folder.File(file));

    public void Dispose() => _folder.Dispose();
}
