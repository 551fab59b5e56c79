using EdgeInfer.Core.Features;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>How a raw window becomes the model's input.</summary>
/// <param name="Id">Id of a preprocessing of EdgeInfer.Core, with its version, for example <c>standardize/1</c>.</param>
/// <param name="FeatureNames">Names in the order of the vector, for the features preprocessing.</param>
/// <param name="Envelope">Envelope analysis, where the task has one.</param>
/// <param name="Mean">Mean a channel, for <c>standardize</c> and <c>mu-law</c>.</param>
/// <param name="Deviation">Standard deviation a channel, for <c>standardize</c> and <c>mu-law</c>.</param>
public sealed record ManifestPreprocessing(
    string Id,
    IReadOnlyList<string>? FeatureNames = null,
    EnvelopeBand? Envelope = null,
    IReadOnlyList<float>? Mean = null,
    IReadOnlyList<float>? Deviation = null);
