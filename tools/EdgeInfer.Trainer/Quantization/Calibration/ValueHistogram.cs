namespace EdgeInfer.Trainer.Quantization.Calibration;

/// <summary>Counts of values in equal bins over a known range, however many values there are.</summary>
internal sealed class ValueHistogram(ValueRange range)
{
    /// <summary>32 bins a step of 8 bits: an end of the range is off by a thirtieth of a step at most.</summary>
    private const int Bins = 8_192;

    private readonly long[] _counts = new long[Bins];
    private readonly double _width = ((double)range.High - range.Low) / Bins;
    private long _total;

    public void Add(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
            _counts[Math.Clamp((int)((value - (double)range.Low) / _width), 0, Bins - 1)]++;
        _total += values.Length;
    }

    /// <summary>The range without <paramref name="share"/> of the values on either side; never empty.</summary>
    public ValueRange Without(double share)
    {
        var beyond = (long)(_total * share);
        var (first, last) = (0, Bins - 1);
        for (var passed = _counts[first]; passed <= beyond; passed += _counts[first])
            first++;
        for (var passed = _counts[last]; passed <= beyond; passed += _counts[last])
            last--;
        var low = first == 0 ? range.Low : (float)(range.Low + first * _width);
        var high = last == Bins - 1 ? range.High : (float)(range.Low + (last + 1) * _width);
        return new ValueRange(low, high);
    }
}
