namespace EdgeInfer.Trainer.Quantization;

/// <summary>Unsigned 8-bit affine quantisation of a tensor: real = scale (q - zero point), q in 0..255.</summary>
internal readonly record struct AffineRange(float Scale, byte ZeroPoint)
{
    /// <summary>The range must hold zero exactly, since padding is zero; after ReLU it starts there.</summary>
    public static AffineRange Covering(float low, float high)
    {
        low = Math.Min(low, 0);
        high = Math.Max(high, 0);
        var scale = (high - low) / byte.MaxValue;
        // Below the normal floats a scale is too coarse for 255 steps of it to cover the range.
        if (!float.IsNormal(scale))
            throw new ArgumentException($"no quantisation covers {low} to {high}");
        return new AffineRange(scale, (byte)Math.Clamp(MathF.Round(-low / scale), byte.MinValue, byte.MaxValue));
    }

    /// <summary>
    /// From 0 to at most <paramref name="high"/>, rounding included: ONNX Runtime drops a Clip only if no code lies above it.
    /// </summary>
    public static AffineRange UpTo(float high)
    {
        var range = Covering(0, high);
        while (range.Scale * byte.MaxValue > high)
            range = range with { Scale = MathF.BitDecrement(range.Scale) };
        return range;
    }

    public byte Quantize(float value) => (byte)Math.Clamp(MathF.Round(value / Scale) + ZeroPoint, byte.MinValue, byte.MaxValue);
}
