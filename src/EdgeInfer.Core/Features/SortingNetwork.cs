using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        // Half of all pairs are in runs of one and two, where checking bounds costs as much as ordering: here the loops
        // keep i + distance within the values.
        ref var lower = ref MemoryMarshal.GetReference(values);
        ref var upper = ref Unsafe.Add(ref lower, distance);
        var count = values.Length - distance;
        var i = first;
        if (run == 1)
        {
            for (; i < count; i += 2)
                Order(ref Unsafe.Add(ref lower, i), ref Unsafe.Add(ref upper, i));
            return;
        }

        for (; i + run <= count; i += 2 * run)
        {
            for (var j = i; j < i + run; j += 2)
            {
                Order(ref Unsafe.Add(ref lower, j), ref Unsafe.Add(ref upper, j));
                Order(ref Unsafe.Add(ref lower, j + 1), ref Unsafe.Add(ref upper, j + 1));
            }
        }

        for (; i < count; i++)
            Order(ref Unsafe.Add(ref lower, i), ref Unsafe.Add(ref upper, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Order(ref Vector<double> lower, ref Vector<double> upper)
    {
        var (a, b) = (lower, upper);
        lower = Vector.MinNative(a, b);
        upper = Vector.MaxNative(a, b);
    }
}
