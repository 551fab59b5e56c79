using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>Order statistics of sorted series.</summary>
internal static class Quantiles
{
    /// <summary>Linear between the two nearest order statistics (Hyndman and Fan 1996, type 7).</summary>
    /// <param name="sorted">Ascending, at least one value.</param>
    /// <param name="share">0 to 1.</param>
    public static Vector<double> At(ReadOnlySpan<Vector<double>> sorted, double share)
    {
        var position = (sorted.Length - 1) * share;
        var lower = (int)position;
        var upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + (position - lower) * (sorted[upper] - sorted[lower]);
    }
}
