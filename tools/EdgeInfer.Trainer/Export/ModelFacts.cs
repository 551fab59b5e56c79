using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Decisions;

namespace EdgeInfer.Trainer.Export;

/// <summary>What a manifest states of a model beside its task, its windows and its files.</summary>
internal sealed record ModelFacts
{
    /// <summary>Of the bundle.</summary>
    public required string Name { get; init; }

    public required ModelFamily Family { get; init; }
    public required ModelFormat Format { get; init; }
    public required ModelEngine Engine { get; init; }
    public required string ModelFile { get; init; }
    public string? EmbeddingFile { get; init; }
    public required ManifestPreprocessing Preprocessing { get; init; }
    public DecisionRule Decision { get; init; } = DecisionRule.PerWindow;
    public required ManifestTraining Training { get; init; }
    public ManifestCompression? Compression { get; init; }
    public required ManifestParity Parity { get; init; }
    public required IReadOnlyList<ManifestMetric> Metrics { get; init; }

    /// <summary>Those of a bundle's model, of which another form of it changes a part.</summary>
    public static ModelFacts Of(Manifest source) => new()
    {
        Name = source.Name,
        Family = source.Family,
        Format = source.Format,
        Engine = source.Engine,
        ModelFile = source.ModelFile,
        EmbeddingFile = source.EmbeddingFile,
        Preprocessing = source.Preprocessing,
        Decision = source.Decision,
        Training = source.Training,
        Compression = source.Compression,
        Parity = source.Parity,
        Metrics = source.Metrics,
    };
}
