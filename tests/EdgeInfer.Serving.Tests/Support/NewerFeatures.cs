using EdgeInfer.Core.Features;
using EdgeInfer.Core.Features.Sets;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Serving.Tests.Support;

/// <summary>A second set of features for signals: the first sample of each channel, twice as large.</summary>
internal sealed class NewerFeatures(WindowShape shape) : IFeatureExtractor
{
    public static FeatureSet Set { get; } = new("signal-features/2", OfFrames: false, (shape, _) => new NewerFeatures(shape));

    public IReadOnlyList<string> Names { get; } = [.. shape.Channels.Select(channel => $"{channel.Name}_twice_first")];

    public int OutputLength => Names.Count;

    public void Apply(ReadOnlySpan<float> window, Span<float> output)
    {
        for (var channel = 0; channel < OutputLength; channel++)
            output[channel] = 2 * window[channel * shape.Length];
    }
}
