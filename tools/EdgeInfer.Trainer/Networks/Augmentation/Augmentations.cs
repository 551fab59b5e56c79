using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Trainer.Networks.Augmentation;

internal static class Augmentations
{
    /// <param name="preprocessing">Carries mean and deviation of each channel.</param>
    public static IAugmentation For(RecordingSet set, NetworkInput input, ManifestPreprocessing preprocessing) => input.Height > 1
        ? new ImageAugmentation(input, new ChannelStatistics([.. preprocessing.Mean!], [.. preprocessing.Deviation!]))
        : new WindowAugmentation(set.TestShape, preprocessing.Id == MuLawCompanding.Id ? null : [.. preprocessing.Deviation!]);
}
