using System.Numerics;

namespace EdgeInfer.Core.Numerics;

/// <summary>Whether values are numbers that a model can be asked with, or answer with.</summary>
public static class FiniteValues
{
    /// <summary>False where any value is NaN or an infinity.</summary>
    public static bool Are(ReadOnlySpan<float> values)
    {
        // 0 times a finite value is 0, and NaN times anything else; a sum keeps NaN.
        var sum = Vector<float>.Zero;
        while (values.Length >= Vector<float>.Count)
        {
            sum += new Vector<float>(values) * Vector<float>.Zero;
            values = values[Vector<float>.Count..];
        }

        var finite = Vector.EqualsAll(sum, Vector<float>.Zero);
        foreach (var value in values)
            finite &= float.IsFinite(value);
        return finite;
    }
}
