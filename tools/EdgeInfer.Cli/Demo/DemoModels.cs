using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Cli.Demo;

/// <summary>What the demo trains for a task.</summary>
/// <param name="Trainings">Verbs of <c>edgeinfer train</c>, and what they are given beside the recordings.</param>
/// <param name="Names">Bundles that come of them, in the order of the report.</param>
internal sealed record DemoModels(IReadOnlyList<IReadOnlyList<string>> Trainings, IReadOnlyList<string> Names)
{
    public static DemoModels Of(Dataset dataset) => dataset.Task == TaskKind.Anomaly
        ? new([["anomaly"]], Named(dataset, ModelFamily.Pca.Name, ModelFamily.KMeans.Name, ModelFamily.Autoencoder.Name))
        // The report shows what int8 loses; a demonstration's few groups could not rule a loss out.
        : new(
            [["trees"], ["net", "--margin", "100"]],
            Named(
                dataset,
                ModelFamily.FastTree.Name,
                $"{ModelFamily.Cnn}-{ModelFormat.Int8}",
                $"{ModelFamily.Cnn}-{ModelFormat.Fp32}"));

    private static string[] Named(Dataset dataset, params string[] models) => [.. models.Select(model => $"{dataset.Name}-{model}")];
}
