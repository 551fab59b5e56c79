using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeInfer.Trees.Explanations;

/// <summary>
/// Adds up the contributions of trees to one output, a vector of quadrature points at a time; the method is in
/// docs/decisions/explanations.md. Serves one thread. Indices are not checked again: the proof of the ensemble and
/// <see cref="TreePreparation"/> keep them inside.
/// </summary>
internal sealed class ContributionSums
{
    private readonly Vector<double>[] _sums;
    private readonly Vector<double>[] _places;
    private readonly Vector<double>[] _leftFactors;
    private readonly Vector<double>[] _weights;
    private readonly SplitState[] _states;
    private readonly byte[] _open;

    /// <param name="features">Features that any split asks.</param>
    /// <param name="splits">Of the largest tree.</param>
    public ContributionSums(int features, int splits)
    {
        _sums = new Vector<double>[features];
        _places = new Vector<double>[(2 * splits) + 1];
        _leftFactors = new Vector<double>[splits];
        _weights = new Vector<double>[splits];
        _states = new SplitState[splits];
        _open = new byte[ExplainedSplit.LeftBranch(splits)];
        _open[ExplainedSplit.NoBranch] = 1;
    }

    public void Clear() => Array.Clear(_sums);

    public double this[int sum] => Vector.Sum(_sums[sum]);

    public void Add(ExplainedTree tree, ReadOnlySpan<float> features)
    {
        Decide(tree.Splits, features);
        foreach (ref readonly var block in tree.Quadrature.AsSpan())
        {
            Descend(tree.Splits, block);
            var leaves = tree.Leaves;
            ref var place = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), tree.Splits.Length);
            for (var leaf = 0; leaf < leaves.Length; leaf++)
                Unsafe.Add(ref place, leaf) = new(leaves[leaf]);
            Ascend(tree.Splits);
        }
    }

    private void Decide(ExplainedSplit[] splits, ReadOnlySpan<float> features)
    {
        ref var values = ref MemoryMarshal.GetReference(features);
        ref var branchOpen = ref MemoryMarshal.GetArrayDataReference(_open);
        ref var states = ref MemoryMarshal.GetArrayDataReference(_states);
        for (var i = 0; i < splits.Length; i++)
        {
            ref readonly var split = ref splits[i];
            var value = Unsafe.Add(ref values, split.Feature);
            var left = (value <= split.Threshold ? 1 : 0) | (float.IsNaN(value) && split.MissingLeft ? 1 : 0);
            int above = Unsafe.Add(ref branchOpen, split.Above);
            ref var branches = ref Unsafe.Add(ref branchOpen, ExplainedSplit.LeftBranch(i));
            branches = (byte)(above & left);
            Unsafe.Add(ref branches, 1) = (byte)(above & ~left);

            // Sums instead of a choice: no branch depends on the row.
            double open = above, shut = 1 - above;
            ref var state = ref Unsafe.Add(ref states, i);
            state.LeftOne = (open * left) + (shut * split.LeftShare);
            state.AboveRest = (open * split.AboveShare) + shut;
            state.LeftRest = state.AboveRest * split.LeftShare;
            state.Weight = open * split.AboveShare * (left - split.LeftShare);
        }
    }

    private void Descend(ExplainedSplit[] splits, in QuadratureBlock block)
    {
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        ref var factors = ref MemoryMarshal.GetArrayDataReference(_leftFactors);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var states = ref MemoryMarshal.GetArrayDataReference(_states);
        var (point, rest) = (block.Point, block.Rest);
        places = block.Weight;
        for (var i = 0; i < splits.Length; i++)
        {
            ref readonly var split = ref splits[i];
            ref var state = ref Unsafe.Add(ref states, i);
            var product = Unsafe.Add(ref places, i);
            var factor = Vector.MultiplyAddEstimate(new(state.LeftOne), point, new Vector<double>(state.LeftRest) * rest);
            var weight = product * state.Weight;
            if (split.Above != ExplainedSplit.NoBranch)
            {
                var inverse = Vector<double>.One / Vector.MultiplyAddEstimate(new(state.AboveRest), rest, point);
                factor *= inverse;
                weight *= inverse * inverse;
            }

            Unsafe.Add(ref factors, i) = factor;
            Unsafe.Add(ref weights, i) = weight;
            var left = product * factor;
            Unsafe.Add(ref places, split.Left) = left;
            Unsafe.Add(ref places, split.Right) = product - left;
        }
    }

    private void Ascend(ExplainedSplit[] splits)
    {
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        ref var factors = ref MemoryMarshal.GetArrayDataReference(_leftFactors);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        for (var i = splits.Length - 1; i >= 0; i--)
        {
            ref readonly var split = ref splits[i];
            var right = Unsafe.Add(ref places, split.Right);
            var difference = Unsafe.Add(ref places, split.Left) - right;
            Unsafe.Add(ref places, i) = Vector.MultiplyAddEstimate(Unsafe.Add(ref factors, i), difference, right);
            ref var sum = ref Unsafe.Add(ref sums, split.Sum);
            sum = Vector.MultiplyAddEstimate(Unsafe.Add(ref weights, i), difference, sum);
        }
    }
}
