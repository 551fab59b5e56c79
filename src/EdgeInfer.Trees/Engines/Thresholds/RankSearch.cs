using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Thresholds;

/// <summary>The rank of a row's value in every segment, by whole blocks of compares and without a branch on the value.</summary>
internal sealed class RankSearch
{
    /// <summary>Bytes that a kernel may read past the last rank.</summary>
    private const int Slack = 256;

    private const int BlockBytes = ThresholdTable.BlockLength * sizeof(float);

    private readonly Step[] _steps;
    private readonly int _longSegments;
    private readonly float[] _thresholds;
    private readonly float[] _pivots;
    private readonly byte[] _ranks;

    public RankSearch(ThresholdTable table)
    {
        var order = Enumerable.Range(0, table.Segments.Length).OrderByDescending(s => IsLong(table.Segments[s])).ToArray();
        _steps = [.. order.Select(s => Step.Of(table.Segments[s], s))];
        _longSegments = table.Segments.Count(IsLong);
        (_thresholds, _pivots) = (table.Thresholds, table.Pivots);
        _ranks = new byte[table.Segments.Length + Slack];
    }

    /// <summary>Ranks for one row, a byte a segment in the table's order; valid until the next.</summary>
    /// <param name="features">NaN exceeds all thresholds of a segment, or none.</param>
    /// <returns>The first rank; 256 bytes may be read, however few ranks there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ref byte Of(ReadOnlySpan<float> features)
    {
        ref var thresholds = ref MemoryMarshal.GetArrayDataReference(_thresholds);
        ref var pivots = ref MemoryMarshal.GetArrayDataReference(_pivots);
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(_ranks);
        ref var values = ref MemoryMarshal.GetReference(features);
        ref var step = ref MemoryMarshal.GetArrayDataReference(_steps);
        ref var firstShort = ref Unsafe.Add(ref step, _longSegments);
        ref var end = ref Unsafe.Add(ref step, _steps.Length);
        for (; Unsafe.IsAddressLessThan(ref step, ref firstShort); step = ref Unsafe.Add(ref step, 1))
        {
            var value = Unsafe.AddByteOffset(ref values, step.Feature);
            var blocks = Exceeded(ref Unsafe.AddByteOffset(ref pivots, step.Pivots), value);
            ref var block = ref Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref thresholds, step.First), blocks * BlockBytes);
            Unsafe.AddByteOffset(ref ranks, step.Segment) = (byte)((blocks * ThresholdTable.BlockLength) + Exceeded(ref block, value));
        }

        for (; Unsafe.IsAddressLessThan(ref step, ref end); step = ref Unsafe.Add(ref step, 1))
        {
            ref var block = ref Unsafe.AddByteOffset(ref thresholds, step.First);
            Unsafe.AddByteOffset(ref ranks, step.Segment) = (byte)Exceeded(ref block, Unsafe.AddByteOffset(ref values, step.Feature));
        }

        if (HasNaN(features))
            RankMissing(features);
        return ref ranks;
    }

    private static bool HasNaN(ReadOnlySpan<float> features)
    {
        var i = 0;
        var numbers = Vector128<int>.AllBitsSet;
        for (; i <= features.Length - Vector128<float>.Count; i += Vector128<float>.Count)
        {
            var values = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(features), (nuint)i);
            numbers &= Vector128.Equals(values, values).AsInt32();
        }

        var found = numbers != Vector128<int>.AllBitsSet;
        for (; i < features.Length; i++)
            found |= float.IsNaN(features[i]);
        return found;
    }

    private void RankMissing(ReadOnlySpan<float> features)
    {
        foreach (ref readonly var step in _steps.AsSpan())
        {
            if (float.IsNaN(features[(int)step.Feature / sizeof(float)]))
                _ranks[(int)step.Segment] = (byte)(step.MissingLeft ? 0 : step.Count);
        }
    }

    private static bool IsLong(ThresholdSegment segment) => segment.Count > ThresholdTable.BlockLength;

    /// <summary>How many of a block's values <paramref name="value"/> is not at most; what NaN gets is replaced later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Exceeded(ref float block, float value)
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

    /// <param name="Feature">Offset in the feature vector, in bytes as all offsets here: so an address takes one addition.</param>
    /// <param name="First">Offset of the segment's thresholds.</param>
    /// <param name="Pivots">Offset of its pivots.</param>
    /// <param name="Segment">Offset of its rank.</param>
    /// <param name="Count">Thresholds without the padding.</param>
    /// <param name="MissingLeft">Whether NaN exceeds none of the thresholds, rather than all.</param>
    private readonly record struct Step(nint Feature, nint First, nint Pivots, nint Segment, int Count, bool MissingLeft)
    {
        public static Step Of(ThresholdSegment segment, int index) => new(
            segment.Feature * sizeof(float), segment.First * sizeof(float), index * BlockBytes, index, segment.Count, segment.MissingLeft);
    }
}
