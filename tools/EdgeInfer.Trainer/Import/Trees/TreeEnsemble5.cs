using EdgeInfer.Trainer.Onnx;


namespace EdgeInfer.Trainer.Import.Trees;

/// <summary>Reads TreeEnsemble, version 5: splits and leaves in arrays of their own, one vote a leaf.</summary>
internal static class TreeEnsemble5
{
    // In the order of the standard's numbers.
    private static readonly string[] Modes =
        ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ", "BRANCH_MEMBER"];
    private static readonly string[] Aggregates = ["AVERAGE", "SUM", "MIN", "MAX"];

    public static SourceTrees Of(NodeAttributes attributes)
    {
        var targets = OperatorRules.Targets(attributes, attributes.Integer("n_targets", 1));
        // The standard has 1 for SOFTMAX and 2 for LOGISTIC, ONNX Runtime 1.31 the other way round.
        if (attributes.Integer("post_transform", 0) is not 0 and var transform)
            throw attributes.Error(
                $"post_transform {transform}; only 0 (NONE) is imported of version 5, with Softmax or Sigmoid as operators of their own");
        var splits = Splits(attributes, attributes.Integers("leaf_targetids").Count);
        return new SourceTrees(
            attributes.Place,
            [.. splits, .. Leaves(attributes, targets)],
            [.. attributes.Integers("tree_roots").Select(root => root >= 0 && root < splits.Count
                ? (int)root
                : throw attributes.Error($"root {root} is no node, 0 to {splits.Count - 1}"))],
            targets,
            OperatorRules.IsAverage(attributes, Name(Aggregates, attributes.Integer("aggregate_function", 1))),
            OperatorRules.None,
            attributes.IsDouble("nodes_splits"),
            []);
    }

    private static List<SourceNode> Splits(NodeAttributes attributes, int leaves)
    {
        var features = attributes.Integers("nodes_featureids");
        var modes = attributes.Numbers("nodes_modes");
        var values = attributes.Numbers("nodes_splits");
        var (trues, trueLeafs) = (attributes.Integers("nodes_truenodeids"), attributes.Integers("nodes_trueleafs"));
        var (falses, falseLeafs) = (attributes.Integers("nodes_falsenodeids"), attributes.Integers("nodes_falseleafs"));
        var missing = attributes.Integers("nodes_missing_value_tracks_true");
        OperatorRules.SameLength(
            attributes, features.Count,
            ("nodes_modes", modes.Length), ("nodes_splits", values.Length), ("nodes_truenodeids", trues.Count),
            ("nodes_falsenodeids", falses.Count), ("nodes_trueleafs", trueLeafs.Count), ("nodes_falseleafs", falseLeafs.Count));
        if (missing.Count > 0)
            OperatorRules.SameLength(attributes, features.Count, ("nodes_missing_value_tracks_true", missing.Count));
        return [.. Enumerable.Range(0, features.Count).Select(i => new SourceNode(
            $"node {i}", Name(Modes, (long)modes[i]), features[i], values[i],
            Child(i, trues[i], trueLeafs[i] != 0), Child(i, falses[i], falseLeafs[i] != 0), missing.Count > 0 && missing[i] == 1))];

        int Child(int node, long id, bool isLeaf)
        {
            var end = isLeaf ? leaves : features.Count;
            if (id < 0 || id >= end)
                throw attributes.Error($"node {node}: child {id} is no {(isLeaf ? "leaf" : "node")}, 0 to {end - 1}");
            return isLeaf ? features.Count + (int)id : (int)id;
        }
    }

    private static IEnumerable<SourceNode> Leaves(NodeAttributes attributes, int targets)
    {
        var ids = attributes.Integers("leaf_targetids");
        var weights = attributes.Numbers("leaf_weights");
        OperatorRules.SameLength(attributes, ids.Count, ("leaf_weights", weights.Length));
        for (var i = 0; i < weights.Length; i++)
        {
            var leaf = SourceNode.Leaf($"leaf {i}");
            OperatorRules.Vote(attributes, leaf, ids[i], weights[i], targets);
            yield return leaf;
        }
    }

    private static string Name(string[] names, long number) =>
        number >= 0 && number < names.Length ? names[number] : FormattableString.Invariant($"{number}");
}
