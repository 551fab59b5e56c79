using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>Writes the features of a group's series one after another, within the range of a float.</summary>
internal ref struct FeatureRows(Span<Vector<double>> output)
{
    private readonly Span<Vector<double>> _output = output;
    private int _next;

    public void Write(Vector<double> value)
    {
        var clamped = Vector.MinNative(Vector.MaxNative(value, new(-float.MaxValue)), new(float.MaxValue));
        // Adding zero makes minus zero plus zero, so that equal features have equal bits.
        _output[_next++] = clamped + Vector<double>.Zero;
    }
}
