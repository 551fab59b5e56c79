using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>The nodes that most rows visit on their way down from a node: indices, every one after its parent.</summary>
internal static class TreeHead
{
    /// <summary>Eight steps are three doublings of one.</summary>
    public const int DeepestNode = 8;

    /// <summary>By the training rows that its leaves saw; where nobody counted them, by depth.</summary>
    public static IReadOnlyList<int> Of(DecisionTree tree, int root, int length)
    {
        var nodes = new List<int>();
        var visits = tree.LeafRows is null ? null : Visits(tree);
        var open = new PriorityQueue<(int Node, int Depth), (double FewerVisits, int Depth)>();
        if (root >= 0)
            open.Enqueue((root, 1), (0, 1));
        while (nodes.Count < length && open.TryDequeue(out var next, out _))
        {
            nodes.Add(next.Node);
            foreach (var child in (ReadOnlySpan<int>)[tree.Left[next.Node], tree.Right[next.Node]])
            {
                if (child >= 0 && next.Depth < DeepestNode)
                    open.Enqueue((child, next.Depth + 1), (-visits?[child] ?? 0, next.Depth + 1));
            }
        }

        return nodes;
    }

    private static double[] Visits(DecisionTree tree)
    {
        var visits = new double[tree.NodeCount];
        var order = new List<int>();
        if (tree.NodeCount > 0)
            order.Add(0);
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var child in (ReadOnlySpan<int>)[tree.Left[order[i]], tree.Right[order[i]]])
            {
                if (child >= 0)
                    order.Add(child);
            }
        }

        for (var i = order.Count - 1; i >= 0; i--)
        {
            foreach (var child in (ReadOnlySpan<int>)[tree.Left[order[i]], tree.Right[order[i]]])
                visits[order[i]] += child >= 0 ? visits[child] : tree.LeafRows![~child];
        }

        return visits;
    }
}
