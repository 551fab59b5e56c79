using System.Text.Json.Serialization;

namespace EdgeInfer.Bundles.Vocabulary;

/// <summary>The numbers that a model computes in.</summary>
[JsonConverter(typeof(WordConverter<ModelFormat>))]
public sealed record ModelFormat : IWord<ModelFormat>
{
    private ModelFormat(string name) => Name = name;

    /// <summary>Of trees: comparisons of floats, which lose nothing.</summary>
    public static ModelFormat Exact { get; } = new("exact") { IsInBundles = true };

    public static ModelFormat Fp32 { get; } = new("fp32") { IsInBundles = true };

    /// <summary>Tried in compression, but in no bundle.</summary>
    public static ModelFormat Fp16 { get; } = new("fp16");

    public static ModelFormat Int8 { get; } = new("int8") { IsInBundles = true };

    public static IReadOnlyList<ModelFormat> Known { get; } = [Exact, Fp32, Fp16, Int8];

    public string Name { get; }

    public bool IsInBundles { get; private init; }

    public static ModelFormat Of(string name) => Known.FirstOrDefault(format => format.Name == name) ?? new(name);

    public bool Equals(ModelFormat? other) => Name == other?.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}
