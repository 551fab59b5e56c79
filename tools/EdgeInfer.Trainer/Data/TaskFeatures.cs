using EdgeInfer.Core.Features;
using EdgeInfer.Core.Features.Images;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Trainer.Data;

/// <summary>The features that trees of a task see: of signals in windows, or of images.</summary>
/// <param name="Extractor">Ready to run.</param>
/// <param name="Manifest">The same, for a bundle.</param>
internal sealed record TaskFeatures(IFeatureExtractor Extractor, ManifestPreprocessing Manifest)
{
    public static TaskFeatures Of(RecordingSet set)
    {
        if (set.TestShape.Frame is { } frame)
        {
            var images = new ImageFeatures(frame);
            return new TaskFeatures(images, new ManifestPreprocessing(ImageFeatures.Id, images.Names));
        }

        var signals = new FeatureExtractor(set.TestShape, set.Dataset.Envelope);
        return new TaskFeatures(signals, new ManifestPreprocessing(FeatureExtractor.Id, signals.Names, set.Dataset.Envelope));
    }
}
