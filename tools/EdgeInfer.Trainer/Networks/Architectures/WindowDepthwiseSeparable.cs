namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>
/// A 1-D depthwise-separable CNN (the MobileNet block of Howard et al., 2017, over time): about 18k parameters for six channels.
/// </summary>
internal static class WindowDepthwiseSeparable
{
    private const int StemChannels = 32;
    private const int LongestAfterStem = 256;

    private static readonly (int Outputs, int Stride)[] Stages = [(48, 1), (64, 2), (64, 1), (96, 2)];

    public static LayerGraph Create(NetworkInput input, int classes, ArchitectureScale scale)
    {
        var stride = input.Width < 64 ? 1 : 2;
        while (input.Width / stride > LongestAfterStem)
            stride *= 2;

        var chain = new LayerChain(input);
        var channels = scale.Channels(StemChannels);
        chain.Convolution("stem", chain.Last, channels, Math.Max(7, 4 * stride - 1), stride);
        var blocks = scale.Blocks(Stages.Length);
        var last = -1;
        for (var block = 0; block < blocks; block++)
        {
            // Fewer blocks skip stages, more repeat them; only the first of a stage has its stride.
            var stage = block * Stages.Length / blocks;
            var outputs = scale.Channels(Stages[stage].Outputs);
            chain.SeparableBlock(block + 1, channels, outputs, kernel: 5, stage == last ? 1 : Stages[stage].Stride);
            (channels, last) = (outputs, stage);
        }

        return chain.Classify(classes);
    }
}
