using EdgeInfer.Trainer.Onnx;


namespace EdgeInfer.Trainer.Import.Trees;

/// <summary>Reads TreeEnsembleRegressor and TreeEnsembleClassifier, versions 1 to 3: parallel arrays of nodes and of votes.</summary>
internal static class TreeEnsemble3
{
    public static SourceTrees OfRegressor(NodeAttributes attributes) =>
        Of(attributes, "target", OperatorRules.Targets(attributes, attributes.Integer("n_targets", 1)));

    public static SourceTrees OfClassifier(NodeAttributes attributes, int classes) =>
        Of(attributes, "class", OperatorRules.Targets(attributes, classes));

    private static SourceTrees Of(NodeAttributes attributes, string votes, int targets)
    {
        var trees = attributes.Integers("nodes_treeids");
        var index = IndexOf(attributes, trees, attributes.Integers("nodes_nodeids"));
        var nodes = Nodes(attributes, trees, index);
        Vote(attributes, votes, targets, nodes, index);
        return new SourceTrees(
            attributes.Place,
            nodes,
            Roots(trees),
            targets,
            OperatorRules.IsAverage(attributes, attributes.Text("aggregate_function", "SUM")),
            OperatorRules.Transform(attributes, attributes.Text("post_transform", OperatorRules.None)),
            attributes.IsDouble("nodes_values_as_tensor"),
            attributes.FloatsOrTensor("base_values"));
    }

    private static Dictionary<(long Tree, long Node), int> IndexOf(
        NodeAttributes attributes, IReadOnlyList<long> trees, IReadOnlyList<long> ids)
    {
        OperatorRules.SameLength(attributes, trees.Count, ("nodes_nodeids", ids.Count));
        if (trees.Count == 0)
            throw attributes.Error("has no nodes");
        Dictionary<(long, long), int> index = [];
        for (var i = 0; i < trees.Count; i++)
        {
            if (!index.TryAdd((trees[i], ids[i]), i))
                throw attributes.Error($"tree {trees[i]}, node {ids[i]}: stands twice");
        }

        return index;
    }

    private static List<SourceNode> Nodes(
        NodeAttributes attributes, IReadOnlyList<long> trees, Dictionary<(long Tree, long Node), int> index)
    {
        var ids = attributes.Integers("nodes_nodeids");
        var features = attributes.Integers("nodes_featureids");
        var modes = attributes.Texts("nodes_modes");
        var values = attributes.FloatsOrTensor("nodes_values");
        var trues = attributes.Integers("nodes_truenodeids");
        var falses = attributes.Integers("nodes_falsenodeids");
        var missing = attributes.Integers("nodes_missing_value_tracks_true");
        OperatorRules.SameLength(
            attributes, trees.Count,
            ("nodes_featureids", features.Count), ("nodes_modes", modes.Length), ("nodes_values", values.Length),
            ("nodes_truenodeids", trues.Count), ("nodes_falsenodeids", falses.Count));
        if (missing.Count > 0)
            OperatorRules.SameLength(attributes, trees.Count, ("nodes_missing_value_tracks_true", missing.Count));
        List<SourceNode> nodes = new(trees.Count);
        for (var i = 0; i < trees.Count; i++)
        {
            var place = $"tree {trees[i]}, node {ids[i]}";
            nodes.Add(modes[i] == SourceNode.LeafMode
                ? SourceNode.Leaf(place)
                : new SourceNode(
                    place, modes[i], features[i], values[i], Child(trees[i], trues[i], place), Child(trees[i], falses[i], place),
                    missing.Count > 0 && missing[i] == 1));
        }

        return nodes;

        int Child(long tree, long id, string place) =>
            index.TryGetValue((tree, id), out var found) ? found : throw attributes.Error($"{place}: child {id} is no node of its tree");
    }

    /// <summary>The first node of each run of one tree's, as ONNX Runtime has it.</summary>
    private static int[] Roots(IReadOnlyList<long> trees) =>
        [.. Enumerable.Range(0, trees.Count).Where(i => i == 0 || trees[i] != trees[i - 1])];

    private static void Vote(
        NodeAttributes attributes, string votes, int targets, List<SourceNode> nodes, Dictionary<(long Tree, long Node), int> index)
    {
        var trees = attributes.Integers($"{votes}_treeids");
        var ids = attributes.Integers($"{votes}_nodeids");
        var to = attributes.Integers($"{votes}_ids");
        var weights = attributes.FloatsOrTensor($"{votes}_weights");
        OperatorRules.SameLength(
            attributes, trees.Count, ($"{votes}_nodeids", ids.Count), ($"{votes}_ids", to.Count), ($"{votes}_weights", weights.Length));
        for (var i = 0; i < trees.Count; i++)
        {
            if (!index.TryGetValue((trees[i], ids[i]), out var leaf) || !nodes[leaf].IsLeaf)
                throw attributes.Error($"tree {trees[i]}, node {ids[i]}: votes but is no leaf");
            OperatorRules.Vote(attributes, nodes[leaf], to[i], weights[i], targets);
        }
    }
}
