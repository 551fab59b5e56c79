namespace EdgeInfer.Core.Features;

/// <summary>Writes features one after another, as floats.</summary>
internal ref struct FeatureWriter(Span<float> output)
{
    private readonly Span<float> _output = output;
    private int _next;

    // Adding zero makes minus zero plus zero, so that equal features have equal bits.
    public void Write(double value) => _output[_next++] = (float)(value + 0.0);

    /// <param name="series">Features of a series, <see cref="SeriesGroup.Lanes"/> apart.</param>
    /// <param name="count">How many of them.</param>
    public void Write(ReadOnlySpan<double> series, int count)
    {
        var target = _output.Slice(_next, count);
        for (var (i, at) = (0, 0); i < target.Length; i++, at += SeriesGroup.Lanes)
            target[i] = (float)series[at];
        _next += count;
    }

    public void WriteUnknown(int count)
    {
        _output.Slice(_next, count).Fill(float.NaN);
        _next += count;
    }
}
