namespace EdgeInfer.Trainer.Anomaly;

/// <summary>The detectors by name.</summary>
internal static class AnomalyMethods
{
    public const string All = "all";

    public static IReadOnlyList<string> Names { get; } = ["kmeans", "pca"];

    public static IReadOnlyList<IAnomalyTraining> Of(string name, int seed) =>
        [.. new IAnomalyTraining[] { new KMeansTraining(seed), new PcaTraining(seed) }.Where(one => name == All || name == one.Family)];
}
