using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Ensembles;

/// <summary>The same trees with nodes and leaves numbered as a walk from the left meets them.</summary>
internal static class Renumbered
{
    public static TreeEnsemble InPreorder(TreeEnsemble ensemble) => ensemble with { Trees = [.. ensemble.Trees.Select(InPreorder)] };

    private static DecisionTree InPreorder(DecisionTree tree)
    {
        var (nodes, leaves) = (new List<int>(), new List<int>());
        var (left, right) = (new int[tree.NodeCount], new int[tree.NodeCount]);
        Visit(tree.NodeCount == 0 ? ~0 : 0);
        return new(
            tree.Output,
            [.. nodes.Select(node => tree.Feature[node])],
            [.. nodes.Select(node => tree.Threshold[node])],
            left,
            right,
            [.. leaves.Select(leaf => tree.Leaves[leaf])])
        {
            MissingLeft = tree.MissingLeft is { } missing ? [.. nodes.Select(node => missing[node])] : null,
            LeafRows = tree.LeafRows is { } rows ? [.. leaves.Select(leaf => rows[leaf])] : null,
        };

        int Visit(int at)
        {
            if (at < 0)
            {
                leaves.Add(~at);
                return ~(leaves.Count - 1);
            }

            var number = nodes.Count;
            nodes.Add(at);
            left[number] = Visit(tree.Left[at]);
            right[number] = Visit(tree.Right[at]);
            return number;
        }
    }
}
