using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Cli.Demo;

/// <summary>What the demo trains for a task.</summary>
/// <param name="Verbs">Of <c>edgeinfer train</c>.</param>
/// <param name="Names">Bundles that come of them, in the order of the report.</param>
internal sealed record DemoModels(IReadOnlyList<string> Verbs, IReadOnlyList<string> Names)
{
    public static DemoModels Of(Dataset dataset) => dataset.Task == TaskKind.Anomaly
        ? new(["anomaly"], Named(dataset, "pca", "kmeans", "autoencoder"))
        : new(["trees", "net"], Named(dataset, "fasttree", "cnn-int8", "cnn-fp32"));

    private static string[] Named(Dataset dataset, params string[] models) => [.. models.Select(model => $"{dataset.Name}-{model}")];
}
