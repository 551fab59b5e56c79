namespace EdgeInfer.Trainer.Quantization.Calibration;

/// <summary>Values that a tensor took.</summary>
internal readonly record struct ValueRange(float Low, float High)
{
    public static ValueRange Empty { get; } = new(float.PositiveInfinity, float.NegativeInfinity);

    /// <summary>NaN makes both ends NaN.</summary>
    public ValueRange Including(ReadOnlySpan<float> values)
    {
        var (low, high) = this;
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return new ValueRange(low, high);
    }
}
