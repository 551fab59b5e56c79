using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Trees.Engines.Thresholds;

/// <summary>
/// What one row answers to every distinct question of an ensemble: a byte each, 1 where the row goes right. The
/// answers of a segment are a run of ones, as long as the rank, then zeros.
/// </summary>
internal sealed class OutcomeTable
{
    /// <summary>The outcome that is 0 for every row.</summary>
    public const int Never = 0;

    private readonly RankSearch _ranks;
    private readonly ThresholdSegment[] _segments;
    private readonly byte[] _outcomes;
    private readonly byte[] _onesThenZeros;

    public OutcomeTable(ThresholdTable table)
    {
        _ranks = new RankSearch(table);
        _segments = table.Segments;
        _outcomes = new byte[Length(table)];
        const int Longest = ThresholdTable.LongestSegment + 1;
        _onesThenZeros = new byte[2 * Longest];
        Array.Fill(_onesThenZeros, (byte)1, 0, Longest);
    }

    /// <summary>Index of the outcome of the threshold at <paramref name="place"/> of a segment.</summary>
    public static int IndexOf(in ThresholdSegment segment, int place) => ThresholdTable.BlockLength + segment.First + place;

    /// <summary>Number of outcomes, the padding included.</summary>
    public static int Length(ThresholdTable table) => ThresholdTable.BlockLength + table.Thresholds.Length;

    /// <summary>Answers for one row; valid until the next.</summary>
    /// <returns>The first outcome.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ref byte Of(ReadOnlySpan<float> features)
    {
        ref var ranks = ref _ranks.Of(features);
        ref var outcomes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_outcomes), ThresholdTable.BlockLength);
        ref var zeros = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_onesThenZeros), ThresholdTable.LongestSegment + 1);
        foreach (ref readonly var segment in _segments.AsSpan())
        {
            ref var run = ref Unsafe.Subtract(ref zeros, (nint)ranks);
            ref var to = ref Unsafe.Add(ref outcomes, segment.First);
            var count = (nuint)segment.Count;
            for (nuint at = 0; at < count; at += ThresholdTable.BlockLength)
                Vector128.LoadUnsafe(ref run, at).StoreUnsafe(ref to, at);
            ranks = ref Unsafe.Add(ref ranks, 1);
        }

        return ref MemoryMarshal.GetArrayDataReference(_outcomes);
    }
}
