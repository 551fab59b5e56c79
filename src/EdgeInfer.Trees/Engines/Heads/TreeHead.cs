using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>The at most 16 nodes of a tree that most rows visit, connected from the root down.</summary>
/// <param name="Nodes">Indices in the tree; the root first, every node after its parent.</param>
/// <param name="Depth">Nodes on the longest way through the head.</param>
internal sealed record TreeHead(IReadOnlyList<int> Nodes, int Depth)
{
    public const int Length = 16;

    /// <summary>Eight steps are three doublings of one.</summary>
    public const int DeepestNode = 8;

    public static TreeHead Of(DecisionTree tree)
    {
        var nodes = new List<int>();
        var depth = 0;
        var open = new PriorityQueue<(int Node, int Depth), (double Visits, int Depth)>(
            Comparer<(double Visits, int Depth)>.Create((a, b) => a.Visits != b.Visits ? b.Visits.CompareTo(a.Visits) : a.Depth.CompareTo(b.Depth)));
        var visits = tree.LeafRows is null ? null : Visits(tree);
        if (tree.NodeCount > 0)
            open.Enqueue((0, 1), (double.MaxValue, 1));
        while (nodes.Count < Length && open.TryDequeue(out var next, out _))
        {
            nodes.Add(next.Node);
            depth = Math.Max(depth, next.Depth);
            foreach (var child in (ReadOnlySpan<int>)[tree.Left[next.Node], tree.Right[next.Node]])
            {
                if (child >= 0 && next.Depth < DeepestNode)
                    open.Enqueue((child, next.Depth + 1), (visits?[child] ?? -next.Depth, next.Depth + 1));
            }
        }

        return new TreeHead(nodes, depth);
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
