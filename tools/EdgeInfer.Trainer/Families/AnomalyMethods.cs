using EdgeInfer.Trainer.Families.Autoencoder;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.Families.KMeans;
using EdgeInfer.Trainer.Families.Pca;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Families;

/// <summary>The detectors by name.</summary>
internal static class AnomalyMethods
{
    public const string All = "all";

    public static IReadOnlyList<string> Names { get; } = [AutoencoderTraining.Name, KMeansTraining.Name, PcaTraining.Name];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="shape">Of a network.</param>
    /// <param name="seed">Of every random choice.</param>
    /// <param name="quick">The small budget, of a network.</param>
    /// <param name="checkpoints">Of a network.</param>
    public static IAnomalyTraining Training(
        string name, AutoencoderShape shape, int seed, bool quick, CheckpointPlan? checkpoints) => name switch
    {
        AutoencoderTraining.Name => new AutoencoderTraining(shape, seed, quick, checkpoints),
        KMeansTraining.Name => new KMeansTraining(seed),
        PcaTraining.Name => new PcaTraining(seed),
        _ => throw new ArgumentException($"no method '{name}'"),
    };
}
