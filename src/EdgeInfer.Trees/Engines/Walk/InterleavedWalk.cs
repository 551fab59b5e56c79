using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EdgeInfer.Trees.Engines.Sums;
using EdgeInfer.Trees.Engines.Thresholds;

namespace EdgeInfer.Trees.Engines.Walk;

/// <summary>
/// Eight trees at a time, a step of each in turn, so that the loads of one hide behind those of the others. No branch
/// depends on the row: a lane that has reached its leaf stays there until the group's deepest tree is through.
/// </summary>
internal sealed class InterleavedWalk<TNode>(WalkLayout<TNode> layout, ThresholdTable table) : LeafSum
    where TNode : struct, IWalkNode<TNode>
{
    private readonly TNode[] _nodes = layout.Nodes;
    private readonly double[] _values = layout.Values;
    private readonly WalkGroup[] _groups = layout.Groups;
    private readonly OutcomeTable _outcomes = new(table);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Of(ReadOnlySpan<float> features, Span<double> sums)
    {
        ref var outcomes = ref _outcomes.Of(features);
        sums.Clear();
        foreach (ref readonly var group in _groups.AsSpan())
        {
            ref var nodes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_nodes), group.FirstSlot);
            nint a = 0, b = 1, c = 2, d = 3, e = 4, f = 5, g = 6, h = 7;
            for (var step = group.Depth; step > 0; step--)
            {
                a = Next(ref nodes, a, ref outcomes);
                b = Next(ref nodes, b, ref outcomes);
                c = Next(ref nodes, c, ref outcomes);
                d = Next(ref nodes, d, ref outcomes);
                e = Next(ref nodes, e, ref outcomes);
                f = Next(ref nodes, f, ref outcomes);
                g = Next(ref nodes, g, ref outcomes);
                h = Next(ref nodes, h, ref outcomes);
            }

            ref var values = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), group.FirstSlot);
            sums[group.Output] +=
                Unsafe.Add(ref values, a) + Unsafe.Add(ref values, b) + (Unsafe.Add(ref values, c) + Unsafe.Add(ref values, d)) +
                (Unsafe.Add(ref values, e) + Unsafe.Add(ref values, f) + (Unsafe.Add(ref values, g) + Unsafe.Add(ref values, h)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Next(ref TNode nodes, nint slot, ref byte outcomes)
    {
        ref readonly var node = ref Unsafe.Add(ref nodes, slot);
        return (nint)Unsafe.Add(ref outcomes, node.Outcome) + node.Child;
    }
}
