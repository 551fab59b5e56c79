using EdgeInfer.Core.Features.Images;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features.Sets;

/// <summary>
/// The feature sets that this version computes. A newer set stands beside the older ones: a bundle names the set that it was trained
/// on and is served by it; the newest is for models that are trained from now on.
/// </summary>
public sealed class FeatureSets
{
    private readonly IReadOnlyList<FeatureSet> _oldestFirst;

    private FeatureSets(IReadOnlyList<FeatureSet> oldestFirst) => _oldestFirst = oldestFirst;

    public static FeatureSets Known { get; } = new(
    [
        new(FeatureExtractor.Id, OfFrames: false, (shape, envelope) => new FeatureExtractor(shape, envelope)),
        new(ImageFeatures.Id, OfFrames: true, (shape, _) => new ImageFeatures(shape.Frame!)),
    ]);

    public IEnumerable<string> Ids => _oldestFirst.Select(set => set.Id);

    /// <returns>Null where this version does not compute it.</returns>
    public FeatureSet? Find(string id) => _oldestFirst.FirstOrDefault(set => set.Id == id);

    /// <summary>What a model of such windows is trained on.</summary>
    public FeatureSet NewestFor(WindowShape shape) => _oldestFirst.Last(set => set.OfFrames == shape.Frame is not null);

    /// <summary>These and a newer one.</summary>
    /// <exception cref="ArgumentException">The id is taken.</exception>
    public FeatureSets With(FeatureSet newer) => Find(newer.Id) is null
        ? new FeatureSets([.. _oldestFirst, newer])
        : throw new ArgumentException($"'{newer.Id}' is taken", nameof(newer));
}
