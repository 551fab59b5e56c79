namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>
/// A 2-D depthwise-separable CNN as in MLPerf Tiny's keyword spotting (Banbury et al., 2021): a stem and four blocks of
/// 64 channels, 3 x 3, about 22k parameters.
/// </summary>
internal static class ImageDepthwiseSeparable
{
    private const int Channels = 64;
    private const int Blocks = 4;
    private const int LargestAfterStem = 24;

    public static LayerGraph Create(NetworkInput input, int classes, ArchitectureScale scale)
    {
        var stride = 2;
        while (Math.Max(input.Height, input.Width) / stride > LargestAfterStem)
            stride *= 2;

        var chain = new LayerChain(input);
        var channels = scale.Channels(Channels);
        chain.Convolution("stem", chain.Last, channels, Math.Max(3, 2 * stride - 1), stride);
        for (var block = 1; block <= scale.Blocks(Blocks); block++)
            chain.SeparableBlock(block, channels, channels, kernel: 3, stride: 1);
        return chain.Classify(classes);
    }
}
