using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Heads;

internal static class NodeVisits
{
    /// <summary>Training rows that passed each node; null where nobody counted those of the leaves.</summary>
    public static long[]? Of(DecisionTree tree)
    {
        if (tree.LeafRows is not { } rows)
            return null;
        var visits = new long[tree.NodeCount];
        var parentsFirst = new List<int>(tree.NodeCount);
        if (tree.NodeCount > 0)
            parentsFirst.Add(0);
        for (var i = 0; i < parentsFirst.Count; i++)
        {
            foreach (var child in (ReadOnlySpan<int>)[tree.Left[parentsFirst[i]], tree.Right[parentsFirst[i]]])
            {
                if (child >= 0)
                    parentsFirst.Add(child);
            }
        }

        for (var i = parentsFirst.Count - 1; i >= 0; i--)
        {
            var node = parentsFirst[i];
            visits[node] = Of(tree.Left[node]) + Of(tree.Right[node]);
        }

        return visits;

        long Of(int child) => child >= 0 ? visits[child] : rows[~child];
    }
}
