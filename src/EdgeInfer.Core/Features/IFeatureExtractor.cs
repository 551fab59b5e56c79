using EdgeInfer.Core.Preprocessing;

namespace EdgeInfer.Core.Features;

/// <summary>A preprocessing whose outputs have names that people read.</summary>
public interface IFeatureExtractor : IPreprocessor
{
    /// <summary>Stable names in the order of the output.</summary>
    IReadOnlyList<string> Names { get; }
}
