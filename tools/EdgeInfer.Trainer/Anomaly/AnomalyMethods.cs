namespace EdgeInfer.Trainer.Anomaly;

/// <summary>The detectors by name.</summary>
internal static class AnomalyMethods
{
    public const string All = "all";

    public static IReadOnlyList<string> Names { get; } = [AutoencoderTraining.Name, "kmeans", "pca"];

    public static IReadOnlyList<IAnomalyTraining> Of(string name, int seed, bool quick) =>
        [.. new IAnomalyTraining[] { new AutoencoderTraining(seed, quick), new KMeansTraining(seed), new PcaTraining(seed) }.Where(one => name == All || name == one.Family)];
}
