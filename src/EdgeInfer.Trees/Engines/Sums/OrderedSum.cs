using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Sums;

/// <summary>The plain walk, one tree after another, whose sums are the ensemble's own.</summary>
internal sealed class OrderedSum(TreeEnsemble ensemble) : LeafSum
{
    private readonly FlatTrees _trees = FlatTrees.Of(ensemble);

    public override void Of(ReadOnlySpan<float> features, Span<double> sums)
    {
        for (var output = 0; output < sums.Length; output++)
            sums[output] = _trees.SumOf(output, features);
    }
}
