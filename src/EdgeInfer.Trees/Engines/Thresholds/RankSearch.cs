using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Thresholds;

/// <summary>Ranks by whole blocks of compares: no branch depends on the value but one for NaN.</summary>
internal static class RankSearch
{
    /// <summary>Number of the segment's thresholds that <paramref name="value"/> exceeds; NaN exceeds all of them, or none.</summary>
    /// <param name="thresholds">First of all thresholds of the table.</param>
    /// <param name="pivots">First of all pivots of the table.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Rank(in ThresholdSegment segment, float value, ref float thresholds, ref float pivots)
    {
        var block = 0;
        if (segment.Blocks > 1)
        {
            int exceeded;
            do
            {
                exceeded = ExceededOfBlock(ref Unsafe.Add(ref pivots, segment.FirstPivot + block), value);
                block += exceeded;
            }
            while (exceeded == ThresholdTable.BlockLength && block < segment.Blocks);
            block = Math.Min(block, segment.Blocks - 1);
        }

        var first = block * ThresholdTable.BlockLength;
        var rank = first + ExceededOfBlock(ref Unsafe.Add(ref thresholds, segment.First + first), value);
        rank = Math.Min(rank, segment.Count);
        return segment.MissingLeft && float.IsNaN(value) ? 0 : rank;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ExceededOfBlock(ref float block, float value)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var notExceeded = Vector512.LessThanOrEqual(Vector512.Create(value), Vector512.LoadUnsafe(ref block));
            return ThresholdTable.BlockLength - BitOperations.PopCount((uint)notExceeded.ExtractMostSignificantBits());
        }

        if (Vector256.IsHardwareAccelerated)
        {
            var wide = Vector256.Create(value);
            var low = Vector256.LessThanOrEqual(wide, Vector256.LoadUnsafe(ref block)).AsInt32();
            var high = Vector256.LessThanOrEqual(wide, Vector256.LoadUnsafe(ref block, 8)).AsInt32();
            return ThresholdTable.BlockLength + Vector256.Sum(low + high);
        }

        var all = Vector128.Create(value);
        var a = Vector128.LessThanOrEqual(all, Vector128.LoadUnsafe(ref block)).AsInt32();
        var b = Vector128.LessThanOrEqual(all, Vector128.LoadUnsafe(ref block, 4)).AsInt32();
        var c = Vector128.LessThanOrEqual(all, Vector128.LoadUnsafe(ref block, 8)).AsInt32();
        var d = Vector128.LessThanOrEqual(all, Vector128.LoadUnsafe(ref block, 12)).AsInt32();
        return ThresholdTable.BlockLength + Vector128.Sum(a + b + (c + d));
    }
}
