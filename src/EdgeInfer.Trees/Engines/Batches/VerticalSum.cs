using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EdgeInfer.Trees.Engines.Thresholds;

namespace EdgeInfer.Trees.Engines.Batches;

/// <summary>
/// A byte a row: every step compares the ranks of all rows and blends the leaf numbers of two subtrees, from the leaves
/// up to the root. The cost does not depend on the rows.
/// </summary>
internal sealed class VerticalSum<TBytes> : BatchSum
    where TBytes : struct, IByteVector<TBytes>
{
    private readonly BatchStep[] _steps;
    private readonly BatchTree[] _trees;
    private readonly double[] _values;
    private readonly RankSearch _search;
    private readonly byte[] _ranks;
    private readonly byte[] _registers;

    public VerticalSum(BatchProgram program, ThresholdTable table)
    {
        (_steps, _trees, _values) = (program.Steps, program.Trees, program.Values);
        _search = new RankSearch(table);
        _ranks = new byte[table.Segments.Length * Rows];
        _registers = new byte[(BatchProgram.Leaves + program.Registers) * Rows];
        for (var leaf = 0; leaf < BatchProgram.Leaves; leaf++)
            _registers.AsSpan(leaf * Rows, Rows).Fill((byte)leaf);
    }

    public override void Of(ReadOnlySpan<float> rows, int featureCount, Span<double> sums)
    {
        sums.Clear();
        var count = rows.Length / featureCount;
        for (var row = 0; row < count; row++)
            Transpose(ref _search.Of(rows.Slice(row * featureCount, featureCount)), row);
        foreach (ref readonly var tree in _trees.AsSpan())
        {
            foreach (ref readonly var step in _steps.AsSpan(tree.FirstStep, tree.Steps))
                Take(step);
            var leaves = _registers.AsSpan((tree.Steps == 0 ? 0 : BatchProgram.Result) * Rows, count);
            Add(leaves, ref _values[tree.FirstValue], ref sums[tree.Output * Rows]);
        }
    }

    private void Transpose(ref byte ranks, int row)
    {
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ranks), row);
        for (nint segment = 0; segment < _ranks.Length / Rows; segment++)
            Unsafe.Add(ref to, segment * Rows) = Unsafe.Add(ref ranks, segment);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(in BatchStep step)
    {
        ref var ranks = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ranks), (nint)step.Segment * Rows);
        ref var registers = ref MemoryMarshal.GetArrayDataReference(_registers);
        ref var left = ref Unsafe.Add(ref registers, (nint)step.Left * Rows);
        ref var right = ref Unsafe.Add(ref registers, (nint)step.Right * Rows);
        ref var to = ref Unsafe.Add(ref registers, (nint)step.To * Rows);
        var place = TBytes.Of(step.Place);
        for (nint at = 0; at < Rows; at += TBytes.Width)
            TBytes.Take(TBytes.Load(ref ranks, at), place, TBytes.Load(ref left, at), TBytes.Load(ref right, at)).Store(ref to, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ReadOnlySpan<byte> leaves, ref double values, ref double sums)
    {
        for (var row = 0; row < leaves.Length; row++)
            Unsafe.Add(ref sums, row) += Unsafe.Add(ref values, (nint)leaves[row]);
    }
}
