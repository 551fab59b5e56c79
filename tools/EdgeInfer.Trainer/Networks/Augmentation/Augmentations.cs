using EdgeInfer.Recordings;

namespace EdgeInfer.Trainer.Networks.Augmentation;

internal static class Augmentations
{
    public static IAugmentation For(RecordingSet set, NetworkInput input, ChannelStatistics statistics) => input.Height > 1
        ? new ImageAugmentation(input, statistics)
        : new WindowAugmentation(set.TestShape, statistics.Deviation);
}
