using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Walk;

internal static class TreeDepth
{
    /// <summary>Nodes on the longest way from the root to a leaf.</summary>
    public static int Of(DecisionTree tree)
    {
        var deepest = 0;
        var open = new Stack<(int At, int Depth)>();
        open.Push((tree.NodeCount == 0 ? ~0 : 0, 0));
        while (open.TryPop(out var entry))
        {
            if (entry.At < 0)
            {
                deepest = Math.Max(deepest, entry.Depth);
                continue;
            }

            open.Push((tree.Left[entry.At], entry.Depth + 1));
            open.Push((tree.Right[entry.At], entry.Depth + 1));
        }

        return deepest;
    }
}
