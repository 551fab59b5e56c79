using EdgeInfer.Comparison.OnHost;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Commands;

namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>Bundles that a test trained, against each other as <c>edgeinfer compare</c> holds them.</summary>
internal static class HostComparisons
{
    public static ComparisonReport Compare(string first, string second, string data, string? task = null, string? split = null) =>
        new HostComparison(
            RecordingSet.Open(data, task, split), seed: 1, margin: 0.01, "edgeinfer compare", new LayersOfTheVerb(data, task, split))
            .CompareAsync(first, second, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    private sealed class LayersOfTheVerb(string data, string? task, string? split) : ILayerComparison
    {
        public Task<IReadOnlyList<LayerDifference>> CompareAsync(string first, string second, CancellationToken stop)
        {
            using var folder = new TemporaryFolder();
            var file = folder.File("layers.json");
            TrainingCommands.Invoke(
                LayersCommand.Create(),
                [
                    first, second, "--data", data, "--json", file,
                    .. task is null ? [] : (string[])["--task", task],
                    .. split is null ? [] : (string[])["--split", split],
                ]);
            return Task.FromResult(JsonReport.ReadLayers(File.ReadAllBytes(file)));
        }
    }
}
