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
    private readonly ThresholdSegment[] _segments;
    private readonly float[] _thresholds;
    private readonly float[] _pivots;
    private readonly byte[] _outcomes;
    private readonly byte[] _onesThenZeros;

    public OutcomeTable(ThresholdTable table)
    {
        (_segments, _thresholds, _pivots) = (table.Segments, table.Thresholds, table.Pivots);
        _outcomes = new byte[Length(table)];
        var longest = _segments.Length == 0 ? 0 : _segments.Max(segment => segment.Blocks) * ThresholdTable.BlockLength;
        _onesThenZeros = new byte[2 * longest];
        Array.Fill(_onesThenZeros, (byte)1, 0, longest);
    }

    /// <summary>The outcome that is 0 for every row.</summary>
    public const int Never = 0;

    /// <summary>Index of the outcome of the threshold at <paramref name="place"/> of a segment.</summary>
    public static int IndexOf(in ThresholdSegment segment, int place) => ThresholdTable.BlockLength + segment.First + place;

    /// <summary>Number of outcomes, the padding included.</summary>
    public static int Length(ThresholdTable table) => ThresholdTable.BlockLength + table.Thresholds.Length;

    /// <summary>Answers for one row; valid until the next.</summary>
    /// <returns>The first outcome.</returns>
    public ref byte Fill(ReadOnlySpan<float> features)
    {
        ref var thresholds = ref MemoryMarshal.GetArrayDataReference(_thresholds);
        ref var pivots = ref MemoryMarshal.GetArrayDataReference(_pivots);
        ref var outcomes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_outcomes), ThresholdTable.BlockLength);
        ref var zeros = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_onesThenZeros), _onesThenZeros.Length / 2);
        foreach (ref readonly var segment in _segments.AsSpan())
        {
            var rank = RankSearch.Rank(segment, features[segment.Feature], ref thresholds, ref pivots);
            ref var run = ref Unsafe.Subtract(ref zeros, rank);
            ref var to = ref Unsafe.Add(ref outcomes, segment.First);
            for (nuint at = 0; at < (nuint)segment.Blocks * ThresholdTable.BlockLength; at += ThresholdTable.BlockLength)
                Vector128.LoadUnsafe(ref run, at).StoreUnsafe(ref to, at);
        }

        return ref MemoryMarshal.GetArrayDataReference(_outcomes);
    }
}
