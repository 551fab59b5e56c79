using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EdgeInfer.Trees.Engines.Thresholds;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>
/// Answers all questions of a tree's head at once, then follows the answers by pointer doubling inside a register:
/// no load and no branch depends on the row. The few rows that leave a head for its tail walk there together, at the end.
/// </summary>
internal sealed class HeadSweep<TLanes>(HeadLayout layout, ThresholdTable table) : LeafSum
    where TLanes : struct, IHeadLanes<TLanes>
{
    private const int ChunkTrees = 32;

    private readonly RankSearch _ranks = new(table);
    private readonly int[] _firstTree = layout.FirstTree;
    private readonly byte[] _blocks = layout.Blocks;
    private readonly int _blockLength = layout.BlockLength;
    private readonly double[] _values = layout.Values;
    private readonly byte[] _codes = new byte[ChunkTrees * TreeHead.Length];
    private readonly int[] _tails = new int[layout.FirstTree[^1] + TailWalk.Lanes];
    private readonly TailWalk _tailWalk = new(layout);

    public override void Of(ReadOnlySpan<float> features, Span<double> sums)
    {
        ref var ranks = ref _ranks.Of(features);
        var lanes = TLanes.Load(ref ranks);
        ref var codes = ref MemoryMarshal.GetArrayDataReference(_codes);
        ref var block = ref MemoryMarshal.GetArrayDataReference(_blocks);
        ref var values = ref MemoryMarshal.GetArrayDataReference(_values);
        ref var tails = ref MemoryMarshal.GetArrayDataReference(_tails);
        nint blockLength = _blockLength;
        for (var output = 0; output < sums.Length; output++)
        {
            var (tree, end) = (_firstTree[output], _firstTree[output + 1]);
            double a = 0, b = 0, c = 0, d = 0;
            nint tailCount = 0;
            nint exit = tree * HeadLayout.Exits;
            while (tree < end)
            {
                var chunk = Math.Min(end - tree, ChunkTrees);
                for (nint i = 0; i < chunk; i += TLanes.Trees)
                {
                    lanes.Sweep(ref block, ref Unsafe.Add(ref codes, i * TreeHead.Length));
                    block = ref Unsafe.Add(ref block, blockLength);
                }

                for (nint i = 0; i < chunk; i += HeadLayout.Unroll)
                {
                    ref var code = ref Unsafe.Add(ref codes, i * TreeHead.Length);
                    a += Leave(code, exit, ref values, ref tails, ref tailCount);
                    b += Leave(Unsafe.Add(ref code, TreeHead.Length), exit + HeadLayout.Exits, ref values, ref tails, ref tailCount);
                    c += Leave(Unsafe.Add(ref code, 2 * TreeHead.Length), exit + (2 * HeadLayout.Exits), ref values, ref tails, ref tailCount);
                    d += Leave(Unsafe.Add(ref code, 3 * TreeHead.Length), exit + (3 * HeadLayout.Exits), ref values, ref tails, ref tailCount);
                    exit += 4 * HeadLayout.Exits;
                }

                tree += chunk;
            }

            sums[output] = a + b + (c + d) + _tailWalk.Of(_tails, (int)tailCount, ref ranks);
        }
    }

    /// <summary>The exit's leaf value; a tail is noted whether there is one or not, and counted only if there is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Leave(byte code, nint tree, ref double values, ref int tails, ref nint tailCount)
    {
        var exit = tree + (code & HeadLayout.ExitMask);
        Unsafe.Add(ref tails, tailCount) = (int)exit;
        tailCount += (code >> 5) & 1;
        return Unsafe.Add(ref values, exit);
    }
}
