using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Tests.Support.Ensembles;

/// <summary>The parallel arrays that TreeEnsemble (version 5) wants: splits of all trees, and leaves beside them.</summary>
internal static class SplitTable
{
    private const byte LessOrEqual = 0;
    private const long Sum = 1;

    public static IReadOnlyList<AttributeProto> Of(TreeEnsemble ensemble)
    {
        List<long> roots = [], features = [], trues = [], falses = [], trueLeafs = [], falseLeafs = [], missing = [], targets = [];
        List<double> splits = [], weights = [];

        void Split(int feature, float threshold, bool missingLeft, long left, bool leftIsLeaf, long right, bool rightIsLeaf)
        {
            features.Add(feature);
            splits.Add(threshold);
            missing.Add(missingLeft ? 1 : 0);
            trues.Add(left);
            trueLeafs.Add(leftIsLeaf ? 1 : 0);
            falses.Add(right);
            falseLeafs.Add(rightIsLeaf ? 1 : 0);
        }

        foreach (var tree in ensemble.Trees)
        {
            var (firstSplit, firstLeaf) = (features.Count, weights.Count);
            long Child(int child) => child >= 0 ? firstSplit + child : firstLeaf + ~child;
            roots.Add(firstSplit);
            // A tree of one leaf is a split with that leaf on both sides: roots are splits.
            if (tree.NodeCount == 0)
                Split(0, 0, missingLeft: false, firstLeaf, true, firstLeaf, true);
            for (var i = 0; i < tree.NodeCount; i++)
            {
                var (left, right) = (tree.Left[i], tree.Right[i]);
                Split(tree.Feature[i], tree.Threshold[i], tree.MissingLeft?[i] ?? false, Child(left), left < 0, Child(right), right < 0);
            }

            targets.AddRange(Enumerable.Repeat((long)tree.Output, tree.Leaves.Length));
            weights.AddRange(tree.Leaves);
        }

        return
        [
            OnnxAttribute.Of("n_targets", ensemble.OutputCount),
            OnnxAttribute.Of("aggregate_function", Sum),
            OnnxAttribute.Of("post_transform", 0),
            OnnxAttribute.Of("tree_roots", roots),
            OnnxAttribute.Of("nodes_featureids", features),
            OnnxAttribute.Of(
                "nodes_modes", OnnxGraph.Tensor<byte>("modes", [.. Enumerable.Repeat(LessOrEqual, features.Count)], features.Count)),
            OnnxAttribute.Of("nodes_splits", OnnxGraph.Tensor<double>("splits", [.. splits], splits.Count)),
            OnnxAttribute.Of("nodes_missing_value_tracks_true", missing),
            OnnxAttribute.Of("nodes_truenodeids", trues),
            OnnxAttribute.Of("nodes_trueleafs", trueLeafs),
            OnnxAttribute.Of("nodes_falsenodeids", falses),
            OnnxAttribute.Of("nodes_falseleafs", falseLeafs),
            OnnxAttribute.Of("leaf_targetids", targets),
            OnnxAttribute.Of("leaf_weights", OnnxGraph.Tensor<double>("weights", [.. weights], weights.Count)),
        ];
    }
}
