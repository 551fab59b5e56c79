using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EdgeInfer.Trees.Engines.Sums;
using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>
/// Answers all questions of a head at once, then follows the answers by pointer doubling inside a register: no load
/// and no branch depends on the row. Rows that leave a head for a subtree are noted, and go on when all trees are through.
/// </summary>
internal sealed class HeadSweep<TLanes> : LeafSum
    where TLanes : struct, IHeadLanes<TLanes>
{
    private const int ChunkTrees = 32;

    private readonly RankSearch _ranks;
    private readonly int[] _firstTree;
    private readonly byte[] _blocks;
    private readonly int _blockLength;
    private readonly double[] _values;
    private readonly HeadTail[] _tails;
    private readonly byte[] _codes = new byte[ChunkTrees * HeadLayout.HeadLength];
    private readonly int[] _noted;

    private HeadSweep(HeadLayout layout, ThresholdTable table)
    {
        _ranks = new RankSearch(table);
        (_firstTree, _blocks, _blockLength) = (layout.FirstTree, layout.Blocks, layout.BlockLength);
        (_values, _tails) = (layout.Values, layout.Tails);
        _noted = new int[(_values.Length / HeadLayout.Exits) + 1];
    }

    /// <summary>Null where the ensemble has no such layout.</summary>
    public static HeadSweep<TLanes>? TryOf(TreeEnsemble ensemble, ThresholdTable table) =>
        HeadLayout.TryFor<TLanes>(ensemble, table) is { } layout ? new(layout, table) : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Of(ReadOnlySpan<float> features, Span<double> sums)
    {
        ref var ranks = ref _ranks.Of(features);
        ref var codes = ref MemoryMarshal.GetArrayDataReference(_codes);
        ref var noted = ref MemoryMarshal.GetArrayDataReference(_noted);
        for (var output = 0; output < sums.Length; output++)
        {
            nint count = 0;
            var sum = 0.0;
            for (var (tree, end) = (_firstTree[output], _firstTree[output + 1]); tree < end; tree += ChunkTrees)
            {
                var trees = Math.Min(end - tree, ChunkTrees);
                Sweep(ref ranks, ref _blocks[tree / TLanes.Trees * _blockLength], trees / TLanes.Trees, _blockLength, ref codes);
                sum += Leave(ref codes, trees, tree * HeadLayout.Exits, ref _values[0], ref noted, ref count);
            }

            GoOn(ref ranks, ref noted, count, ref _tails[0], ref _blocks[0], ref _values[0], ref codes, ref sum);
            sums[output] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Sweep(ref byte ranks, ref byte block, int blocks, nint blockLength, ref byte codes)
    {
        var lanes = TLanes.Load(ref ranks);
        for (; blocks != 0; blocks--)
        {
            lanes.Sweep(ref block, ref codes);
            block = ref Unsafe.Add(ref block, blockLength);
            codes = ref Unsafe.Add(ref codes, TLanes.Trees * HeadLayout.HeadLength);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Leave(ref byte code, int trees, nint exit, ref double values, ref int noted, ref nint notedCount)
    {
        double a = 0, b = 0, c = 0, d = 0;
        var count = notedCount;
        for (; trees != 0; trees -= HeadLayout.Unroll)
        {
            a += Leave(code, exit, ref values, ref noted, ref count);
            exit += HeadLayout.Exits;
            b += Leave(Unsafe.Add(ref code, HeadLayout.HeadLength), exit, ref values, ref noted, ref count);
            exit += HeadLayout.Exits;
            c += Leave(Unsafe.Add(ref code, 2 * HeadLayout.HeadLength), exit, ref values, ref noted, ref count);
            exit += HeadLayout.Exits;
            d += Leave(Unsafe.Add(ref code, 3 * HeadLayout.HeadLength), exit, ref values, ref noted, ref count);
            exit += HeadLayout.Exits;
            code = ref Unsafe.Add(ref code, HeadLayout.Unroll * HeadLayout.HeadLength);
        }

        notedCount = count;
        return a + b + (c + d);
    }

    /// <summary>Through the heads of the noted subtrees, which may note further ones.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void GoOn(
        ref byte ranks, ref int noted, nint count, ref HeadTail tails, ref byte blocks, ref double values, ref byte codes, ref double sum)
    {
        var lanes = TLanes.Load(ref ranks);
        for (nint i = 0; i < count; i++)
        {
            ref readonly var tail = ref Unsafe.Add(ref tails, (nint)Unsafe.Add(ref noted, i));
            lanes.Sweep(ref Unsafe.Add(ref blocks, tail.Block), ref codes);
            sum += Leave(codes, tail.FirstExit, ref values, ref noted, ref count);
        }
    }

    /// <summary>The exit's leaf value; the exit is noted in any case, and counted only if a subtree follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Leave(byte code, nint firstExit, ref double values, ref int noted, ref nint count)
    {
        var exit = firstExit + (nint)((uint)code & HeadLayout.ExitMask);
        Unsafe.Add(ref noted, count) = (int)exit;
        count += (nint)((uint)code >> HeadLayout.TailShift) - (TLanes.Exit >> HeadLayout.TailShift);
        return Unsafe.Add(ref values, exit);
    }
}
