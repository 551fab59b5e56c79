using System.Text.Json.Serialization;

namespace EdgeInfer.Bundles.Vocabulary;

/// <summary>
/// A kind of model, and what of it comparisons and reports must know. A new one is registered here and has a folder in the trainer.
/// A compressed network's family is that of its original and what was done to it, for example <c>cnn-pruned</c>. A model from
/// elsewhere has a family that whoever imports it makes up.
/// </summary>
[JsonConverter(typeof(WordConverter<ModelFamily>))]
public sealed record ModelFamily : IWord<ModelFamily>
{
    /// <summary>What compression does to a network beside changing its numbers.</summary>
    private static readonly string[] Traits = ["pruned", "distilled"];

    private ModelFamily(string name, string title, Learner? learner) => (Name, Title, Learner) = (name, title, learner);

    public static ModelFamily FastTree { get; } = new("fasttree", "FastTree", Vocabulary.Learner.Trees);

    public static ModelFamily Forest { get; } = new("forest", "random forest", Vocabulary.Learner.Trees);

    public static ModelFamily LightGbm { get; } = new("lightgbm", "LightGBM", Vocabulary.Learner.Trees);

    public static ModelFamily Cnn { get; } = new("cnn", "CNN", Vocabulary.Learner.Network);

    public static ModelFamily Hybrid { get; } = new("hybrid", "hybrid", Vocabulary.Learner.Hybrid);

    public static ModelFamily Pca { get; } = new("pca", "PCA", Vocabulary.Learner.Distance);

    public static ModelFamily KMeans { get; } = new("kmeans", "k-means", Vocabulary.Learner.Distance);

    public static ModelFamily Autoencoder { get; } = new("autoencoder", "autoencoder", Vocabulary.Learner.Network);

    /// <summary>The one list of families.</summary>
    public static IReadOnlyList<ModelFamily> Known { get; } = [FastTree, Forest, LightGbm, Cnn, Hybrid, Pca, KMeans, Autoencoder];

    public string Name { get; }

    /// <summary>What people call it in reports.</summary>
    public string Title { get; }

    /// <summary>Null where this version does not know the family.</summary>
    public Learner? Learner { get; }

    public bool IsKnown => Learner is not null;

    public static ModelFamily Of(string name) => Known.FirstOrDefault(family => family.Name == name)
        ?? new(name, name, Known.FirstOrDefault(family => IsVariant(name, family))?.Learner);

    /// <summary>The family of a network of this one after <paramref name="traits"/>.</summary>
    public ModelFamily With(IEnumerable<string> traits) => Of(string.Join('-', [Name, .. traits]));

    /// <summary>What learnt a model of this family that <paramref name="engine"/> runs; null where neither is known.</summary>
    public Learner? LearnerIn(ModelEngine engine) => Learner ?? engine.Learner;

    public bool Equals(ModelFamily? other) => Name == other?.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;

    private static bool IsVariant(string name, ModelFamily family) =>
        name.StartsWith($"{family.Name}-", StringComparison.Ordinal)
        && name[(family.Name.Length + 1)..].Split('-').All(trait => Traits.Contains(trait));
}
