using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Ensembles;

/// <summary>The parallel arrays that TreeEnsembleRegressor wants: inner nodes of a tree first, then its leaves.</summary>
internal static class TreeNodeTable
{
    public static IReadOnlyList<AttributeProto> Of(TreeEnsemble ensemble)
    {
        List<long> treeIds = [],
            nodeIds = [], features = [], trues = [], falses = [], missingTrue = [], targetTrees = [], targetNodes = [], targetIds = [];
        List<string> modes = [];
        List<double> thresholds = [], weights = [];

        void Node(int tree, int id, string mode, long feature, double threshold, long whenTrue, long whenFalse, bool missingLeft)
        {
            treeIds.Add(tree);
            nodeIds.Add(id);
            modes.Add(mode);
            features.Add(feature);
            thresholds.Add(threshold);
            trues.Add(whenTrue);
            falses.Add(whenFalse);
            missingTrue.Add(missingLeft ? 1 : 0);
        }

        for (var index = 0; index < ensemble.Trees.Count; index++)
        {
            var tree = ensemble.Trees[index];
            long Child(int child) => child >= 0 ? child : tree.NodeCount + ~child;
            for (var i = 0; i < tree.NodeCount; i++)
                Node(
                    index,
                    i,
                    "BRANCH_LEQ",
                    tree.Feature[i],
                    tree.Threshold[i],
                    Child(tree.Left[i]),
                    Child(tree.Right[i]),
                    tree.MissingLeft?[i] ?? false);
            for (var leaf = 0; leaf < tree.Leaves.Length; leaf++)
            {
                Node(index, tree.NodeCount + leaf, "LEAF", 0, 0, 0, 0, false);
                targetTrees.Add(index);
                targetNodes.Add(tree.NodeCount + leaf);
                targetIds.Add(tree.Output);
                weights.Add(tree.Leaves[leaf]);
            }
        }

        return
        [
            OnnxAttribute.Of("n_targets", ensemble.OutputCount),
            OnnxAttribute.Of("aggregate_function", "SUM"),
            OnnxAttribute.Of("post_transform", "NONE"),
            OnnxAttribute.Of("nodes_treeids", treeIds),
            OnnxAttribute.Of("nodes_nodeids", nodeIds),
            OnnxAttribute.Of("nodes_featureids", features),
            OnnxAttribute.Of("nodes_modes", modes),
            OnnxAttribute.Of("nodes_truenodeids", trues),
            OnnxAttribute.Of("nodes_falsenodeids", falses),
            .. missingTrue.Contains(1) ? [OnnxAttribute.Of("nodes_missing_value_tracks_true", missingTrue)] : Array.Empty<AttributeProto>(),
            OnnxAttribute.Of("nodes_values_as_tensor", OnnxGraph.Tensor<double>("thresholds", [.. thresholds], thresholds.Count)),
            OnnxAttribute.Of("target_treeids", targetTrees),
            OnnxAttribute.Of("target_nodeids", targetNodes),
            OnnxAttribute.Of("target_ids", targetIds),
            OnnxAttribute.Of("target_weights_as_tensor", OnnxGraph.Tensor<double>("weights", [.. weights], weights.Count)),
        ];
    }
}
