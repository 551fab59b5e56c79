using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Files;

/// <summary>The order in which packed sections hold a tree: a node, all below its left child, all below its right.</summary>
internal static class PreorderWalk
{
    /// <summary>Indices of nodes, and complements of leaves' indices.</summary>
    public static IEnumerable<int> Of(DecisionTree tree)
    {
        var open = new Stack<int>();
        open.Push(tree.NodeCount == 0 ? ~0 : 0);
        while (open.TryPop(out var at))
        {
            yield return at;
            if (at < 0)
                continue;
            open.Push(tree.Right[at]);
            open.Push(tree.Left[at]);
        }
    }

    /// <summary>Indices of leaves.</summary>
    public static IEnumerable<int> LeavesOf(DecisionTree tree) => Of(tree).Where(at => at < 0).Select(at => ~at);
}
