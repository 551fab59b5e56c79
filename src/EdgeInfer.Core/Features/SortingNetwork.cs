using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>
/// Batcher's merge exchange (Knuth, The Art of Computer Programming 3, 5.2.2, algorithm M): which entries are compared
/// does not depend on their values, so that all lanes are sorted at once.
/// </summary>
internal static class SortingNetwork
{
    /// <summary>Sorts each lane, ascending; a lane that holds NaN is left in any order.</summary>
    public static void Sort(Span<Vector<double>> values)
    {
        if (values.Length < 2)
            return;

        var top = (int)(BitOperations.RoundUpToPowerOf2((uint)values.Length) / 2);
        for (var run = top; run > 0; run /= 2)
        {
            Exchange(values, run, first: 0, distance: run);
            for (var q = top; q > run; q /= 2)
                Exchange(values, run, first: run, distance: q - run);
        }
    }

    /// <summary>Orders each pair (i, i + distance) where i lies in one of the runs that begin at first, first + 2 run, ...</summary>
    private static void Exchange(Span<Vector<double>> values, int run, int first, int distance)
    {
        var lower = values[..^distance];
        var upper = values[distance..];
        for (var start = first; start < lower.Length; start += 2 * run)
        {
            var end = Math.Min(start + run, lower.Length);
            for (var i = start; i < end; i++)
            {
                var (a, b) = (lower[i], upper[i]);
                lower[i] = Vector.MinNative(a, b);
                upper[i] = Vector.MaxNative(a, b);
            }
        }
    }
}
