using System.Text.Json.Serialization;

namespace EdgeInfer.Bundles.Vocabulary;

/// <summary>What runs a model on the device, and what can be asked of the models that it runs.</summary>
[JsonConverter(typeof(WordConverter<ModelEngine>))]
public sealed record ModelEngine : IWord<ModelEngine>
{
    private ModelEngine(string name) => Name = name;

    /// <summary>Our engines for tree ensembles.</summary>
    public static ModelEngine Tree { get; } = new("tree") { Explanation = ExplanationMethod.TreeShap, Learner = Vocabulary.Learner.Trees };

    /// <summary>ONNX Runtime.</summary>
    public static ModelEngine Onnx { get; } = new("onnx") { HasLayers = true, Learner = Vocabulary.Learner.Network };

    /// <summary>A network in ONNX Runtime, and trees on its output.</summary>
    public static ModelEngine Hybrid { get; } = new("hybrid") { HasEmbedding = true, Learner = Vocabulary.Learner.Hybrid };

    public static IReadOnlyList<ModelEngine> Known { get; } = [Tree, Onnx, Hybrid];

    public string Name { get; }

    public bool IsKnown => Learner is not null;

    public ExplanationMethod Explanation { get; private init; } = ExplanationMethod.Occlusion;

    /// <summary>Whether a model of it is one network, whose layers can be looked into.</summary>
    public bool HasLayers { get; private init; }

    /// <summary>Whether a second file holds a network that the model stands on.</summary>
    public bool HasEmbedding { get; private init; }

    /// <summary>What learnt a model of an unregistered family that it runs; null where the engine itself is unknown.</summary>
    public Learner? Learner { get; private init; }

    public static ModelEngine Of(string name) => Known.FirstOrDefault(engine => engine.Name == name) ?? new(name);

    public bool Equals(ModelEngine? other) => Name == other?.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}
