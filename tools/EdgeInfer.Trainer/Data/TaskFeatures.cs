using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Features.Sets;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Trainer.Data;

/// <summary>The features that trees of a task see: of signals in windows, or of images.</summary>
/// <param name="Extractor">Ready to run.</param>
/// <param name="Manifest">The same, for a bundle.</param>
internal sealed record TaskFeatures(IFeatureExtractor Extractor, ManifestPreprocessing Manifest)
{
    public static TaskFeatures Of(RecordingSet set)
    {
        var (shape, envelope) = (set.TestShape, set.Dataset.Envelope);
        var features = FeatureSets.Known.NewestFor(shape);
        var extractor = features.Create(shape, envelope);
        return new TaskFeatures(extractor, new ManifestPreprocessing(features.Id, extractor.Names, features.OfFrames ? null : envelope));
    }
}
