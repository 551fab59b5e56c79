using System.Numerics;
using System.Runtime.InteropServices;

namespace EdgeInfer.Core.Features;

/// <summary>
/// As many series side by side as the processor's vectors have lanes: entry i of an array holds sample i of each. A
/// series never leaves its lane, and is summed there in the order of its samples, so that a feature has the same bits
/// whatever the vectors' width and whoever its neighbours are. Unused lanes hold zeros.
/// </summary>
internal sealed class SeriesGroup(int length, int features)
{
    public static int Lanes => Vector<double>.Count;

    public Vector<double>[] Series { get; } = new Vector<double>[length];

    /// <summary>The series less their means; all zero for a constant.</summary>
    public Vector<double>[] Centred { get; } = new Vector<double>[length];

    public Vector<double>[] Features { get; } = new Vector<double>[features];

    public Vector<double> Mean { get; set; }

    /// <summary>Sums of the series' squares.</summary>
    public Vector<double> Energy { get; set; }

    /// <summary>Roots of the sums of the squares of the series less their means.</summary>
    public Vector<double> Norm { get; set; }

    /// <summary>Entry i of lane j of <paramref name="values"/> is at i * Lanes + j.</summary>
    public static Span<double> Flat(Span<Vector<double>> values) => MemoryMarshal.Cast<Vector<double>, double>(values);

    public void Load(int lane, ReadOnlySpan<double> samples)
    {
        var flat = Flat(Series);
        for (var (i, at) = (0, lane); i < samples.Length; i++, at += Lanes)
            flat[at] = samples[i];
    }
}
