namespace EdgeInfer.Trainer.Networks;

/// <summary>
/// A 1-D depthwise-separable CNN (the MobileNet block of Howard et al., 2017, over time): about 17k parameters for six channels.
/// </summary>
internal static class DepthwiseSeparable
{
    private const int LongestAfterStem = 256;

    public static NetworkSpec Create(int channels, int length, int classes)
    {
        var stemStride = length < 64 ? 1 : 2;
        while (length / stemStride > LongestAfterStem)
            stemStride *= 2;

        var layers = new List<ConvolutionSpec>
        {
            new("stem", channels, 32, Math.Max(7, 4 * stemStride - 1), stemStride, Depthwise: false),
        };
        AddBlock(layers, 48, stride: 1);
        AddBlock(layers, 64, stride: 2);
        AddBlock(layers, 64, stride: 1);
        AddBlock(layers, 96, stride: 2);
        return new NetworkSpec(channels, length, layers, classes);
    }

    private static void AddBlock(List<ConvolutionSpec> layers, int outputs, int stride)
    {
        var inputs = layers[^1].Outputs;
        var index = layers.Count / 2 + 1;
        layers.Add(new($"block{index}_depthwise", inputs, inputs, 5, stride, Depthwise: true));
        layers.Add(new($"block{index}_pointwise", inputs, outputs, 1, 1, Depthwise: false));
    }
}
