using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Thresholds;

/// <summary>The rank of a row's value in every segment, by whole blocks of compares and without a branch on the value.</summary>
internal sealed class RankSearch
{
    /// <summary>Bytes that a kernel may read past the last rank.</summary>
    private const int Slack = 64;

    private readonly Step[] _steps;
    private readonly int _longSegments;
    private readonly int[] _missingLeft;
    private readonly float[] _thresholds;
    private readonly float[] _pivots;
    private readonly byte[] _ranks;

    public RankSearch(ThresholdTable table)
    {
        var order = Enumerable.Range(0, table.Segments.Length).OrderByDescending(s => IsLong(table.Segments[s])).ToArray();
        _steps = [.. order.Select(s => new Step(table.Segments[s], s))];
        _longSegments = table.Segments.Count(IsLong);
        _missingLeft = [.. Enumerable.Range(0, _steps.Length).Where(i => table.Segments[order[i]].MissingLeft)];
        (_thresholds, _pivots) = (table.Thresholds, table.Pivots);
        _ranks = new byte[table.Segments.Length + Slack];
    }

    /// <summary>Ranks for one row, a byte a segment in the table's order; valid until the next.</summary>
    /// <param name="features">NaN exceeds all thresholds of a segment, or none.</param>
    /// <returns>The first rank; at least 64 bytes more than there are ranks may be read.</returns>
    public ref byte Of(ReadOnlySpan<float> features)
    {
        ref var thresholds = ref MemoryMarshal.GetArrayDataReference(_thresholds);
        ref var pivots = ref MemoryMarshal.GetArrayDataReference(_pivots);
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(_ranks);
        ref var values = ref MemoryMarshal.GetReference(features);
        foreach (ref readonly var step in _steps.AsSpan(0, _longSegments))
        {
            var value = Unsafe.Add(ref values, step.Feature);
            var first = ThresholdTable.BlockLength * Math.Min(Exceeded(ref Unsafe.Add(ref pivots, step.Pivots), value), step.LastBlock);
            var exceeded = first + Exceeded(ref Unsafe.Add(ref thresholds, step.First + first), value);
            Unsafe.Add(ref ranks, step.Segment) = (byte)Math.Min(exceeded, step.Count);
        }

        foreach (ref readonly var step in _steps.AsSpan(_longSegments))
        {
            var exceeded = Exceeded(ref Unsafe.Add(ref thresholds, step.First), Unsafe.Add(ref values, step.Feature));
            Unsafe.Add(ref ranks, step.Segment) = (byte)Math.Min(exceeded, step.Count);
        }

        foreach (var index in _missingLeft)
        {
            ref readonly var step = ref _steps[index];
            if (float.IsNaN(features[step.Feature]))
                Unsafe.Add(ref ranks, step.Segment) = 0;
        }

        return ref ranks;
    }

    private static bool IsLong(ThresholdSegment segment) => segment.Count > ThresholdTable.BlockLength;

    /// <summary>How many of a block's values <paramref name="value"/> is not at most: all of them for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Exceeded(ref float block, float value)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var atMost = Vector512.LessThanOrEqual(Vector512.Create(value), Vector512.LoadUnsafe(ref block));
            return ThresholdTable.BlockLength - BitOperations.PopCount((uint)atMost.ExtractMostSignificantBits());
        }

        if (Vector256.IsHardwareAccelerated)
        {
            var wide = Vector256.Create(value);
            var low = Vector256.LessThanOrEqual(wide, Vector256.LoadUnsafe(ref block)).ExtractMostSignificantBits();
            var high = Vector256.LessThanOrEqual(wide, Vector256.LoadUnsafe(ref block, 8)).ExtractMostSignificantBits();
            return ThresholdTable.BlockLength - BitOperations.PopCount(low | (high << 8));
        }

        var all = Vector128.Create(value);
        var a = Vector128.LessThanOrEqual(all, Vector128.LoadUnsafe(ref block)).AsInt32();
        var b = Vector128.LessThanOrEqual(all, Vector128.LoadUnsafe(ref block, 4)).AsInt32();
        var c = Vector128.LessThanOrEqual(all, Vector128.LoadUnsafe(ref block, 8)).AsInt32();
        var d = Vector128.LessThanOrEqual(all, Vector128.LoadUnsafe(ref block, 12)).AsInt32();
        return ThresholdTable.BlockLength + Vector128.Sum(a + b + (c + d));
    }

    private readonly struct Step(ThresholdSegment segment, int index)
    {
        public readonly int Feature = segment.Feature;
        public readonly int First = segment.First;
        public readonly int Pivots = index * ThresholdTable.BlockLength;
        public readonly int LastBlock = (segment.Count - 1) / ThresholdTable.BlockLength;
        public readonly int Count = segment.Count;
        public readonly int Segment = index;
    }
}
