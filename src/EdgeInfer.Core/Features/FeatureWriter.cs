namespace EdgeInfer.Core.Features;

/// <summary>Writes features one after another, as finite floats.</summary>
internal ref struct FeatureWriter(Span<float> output)
{
    private readonly Span<float> _output = output;
    private int _next;

    public void Write(double value)
    {
        // Adding zero makes minus zero plus zero, so that equal features have equal bits.
        _output[_next++] = (float)(Math.Clamp(value, -float.MaxValue, float.MaxValue) + 0.0);
    }

    public void Write(double value, int count)
    {
        for (var i = 0; i < count; i++)
            Write(value);
    }

    public void WriteUnknown(int count)
    {
        _output.Slice(_next, count).Fill(float.NaN);
        _next += count;
    }
}
