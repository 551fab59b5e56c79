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
        if (!(scale > 0) || !float.IsFinite(scale))
            throw new ArgumentException($"no quantisation covers {low} to {high}");
        return new AffineRange(scale, (byte)Math.Clamp(MathF.Round(-low / scale), byte.MinValue, byte.MaxValue));
    }
}
