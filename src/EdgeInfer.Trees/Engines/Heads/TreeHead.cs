using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>The nodes that most rows visit on their way down from a node: indices, every one after its parent.</summary>
internal static class TreeHead
{
    /// <summary>Eight steps are three doublings of one.</summary>
    public const int DeepestNode = 8;

    /// <param name="visits">Of every node; null where nobody counted them, and depth decides.</param>
    public static IReadOnlyList<int> Of(DecisionTree tree, int root, int length, long[]? visits)
    {
        var nodes = new List<int>();
        var open = new PriorityQueue<(int Node, int Depth), (long FewerVisits, int Depth)>();
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
}
