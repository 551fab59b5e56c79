using EdgeInfer.Trainer.Networks.Layers;

namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>
/// ResNet-8 as in MLPerf Tiny's image classification (Banbury et al., 2021): a stem and three stacks of residual blocks
/// of 16, 32 and 64 channels, about 78k parameters. A depth of 2 gives each stack two blocks. On windows its kernels are
/// 1 x 3.
/// </summary>
internal static class Residual8
{
    /// <summary>MLPerf Tiny's images; the stem of larger ones halves them until they are not.</summary>
    private const int LargestAfterStem = 48;

    private static readonly int[] Stacks = [16, 32, 64];

    public static LayerGraph Create(NetworkInput input, int classes, ArchitectureScale scale)
    {
        var chain = new LayerChain(input);
        var stride = 1;
        while (Math.Max(input.Height, input.Width) / stride > LargestAfterStem)
            stride *= 2;
        var channels = scale.Channels(Stacks[0]);
        chain.Convolution("stem", chain.Last, channels, Math.Max(3, 2 * stride - 1), stride);
        for (var stack = 1; stack <= Stacks.Length; stack++)
        {
            var outputs = scale.Channels(Stacks[stack - 1]);
            for (var block = 1; block <= scale.Blocks(1); block++)
            {
                AddBlock(chain, $"stack{stack}_{block}", channels, outputs, stack > 1 && block == 1 ? 2 : 1);
                channels = outputs;
            }
        }

        return chain.Classify(classes);
    }

    private static void AddBlock(LayerChain chain, string name, int inputs, int outputs, int stride)
    {
        var from = chain.Last;
        var shortcut = inputs == outputs && stride == 1
            ? from
            : chain.Convolution($"{name}_shortcut", from, outputs, kernel: 1, stride, relu: false);
        var first = chain.Convolution($"{name}_first", from, outputs, kernel: 3, stride);
        var second = chain.Convolution($"{name}_second", first, outputs, kernel: 3, stride: 1, relu: false);
        chain.Add(new AdditionLayer($"{name}_sum", second, shortcut));
    }
}
