namespace EdgeInfer.Trainer.Quantization;

/// <summary>Weights as signed 8 bits, symmetric, with a scale an output channel.</summary>
/// <param name="Values">In the order of the float weights.</param>
/// <param name="Scales">One an output: real = scale times value.</param>
internal sealed record QuantizedWeights(sbyte[] Values, float[] Scales)
{
    private const int Largest = 127;

    /// <summary>Half of what 32 bits hold, so that the sum of products on top of it still fits.</summary>
    private const double LargestBias = 1 << 30;

    /// <param name="weights">Float weights.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="inner">Weights between one channel and the next: their stride in <paramref name="weights"/>.</param>
    /// <param name="bias">One an output, or empty.</param>
    /// <param name="inputScale">Scale of the layer's input: a bias is stored in steps of input times weight scale.</param>
    public static QuantizedWeights Of(float[] weights, int outputs, int inner, float[] bias, float inputScale)
    {
        var scales = new float[outputs];
        for (var i = 0; i < weights.Length; i++)
            scales[i / inner % outputs] = Math.Max(scales[i / inner % outputs], Math.Abs(weights[i]));
        for (var output = 0; output < outputs; output++)
        {
            scales[output] = scales[output] > 0 ? scales[output] / Largest : 1f / Largest;
            // A channel of almost no weight would otherwise need a bias beyond 32 bits.
            if (bias.Length > 0)
                scales[output] = (float)Math.Max(scales[output], Math.Abs(bias[output]) / (LargestBias * inputScale));
        }

        var values = new sbyte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            values[i] = (sbyte)Math.Clamp(MathF.Round(weights[i] / scales[i / inner % outputs]), -Largest, Largest);
        return new QuantizedWeights(values, scales);
    }

    /// <summary>A bias in steps of input times weight scale.</summary>
    public int[] Bias(float[] bias, float inputScale) =>
        [.. bias.Select((value, output) => (int)Math.Round(value / ((double)Scales[output] * inputScale)))];
}
