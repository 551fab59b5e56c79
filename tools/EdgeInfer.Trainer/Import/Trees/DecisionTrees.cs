using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Import.Trees;

/// <summary>From an operator's nodes to trees of one output each.</summary>
internal static class DecisionTrees
{
    /// <summary>
    /// One list of trees a target, in the order of summation. Trees of one source tree share their arrays but for the leaves.
    /// </summary>
    /// <exception cref="InvalidInputException">
    /// A node is categorical, asks a feature that there isn't, has two parents or is its own ancestor, or a leaf has no vote.
    /// </exception>
    public static IReadOnlyList<IReadOnlyList<DecisionTree>> Of(SourceTrees source, int featureCount)
    {
        List<DecisionTree>[] targets = [.. Enumerable.Range(0, source.Targets).Select(_ => new List<DecisionTree>())];
        var seen = new bool[source.Nodes.Count];
        foreach (var root in source.Roots)
        {
            var (shape, leaves) = Walk(source, root, featureCount, seen);
            foreach (var target in leaves.SelectMany(leaf => leaf.Votes).Select(vote => vote.Target).Distinct().Order())
            {
                targets[target].Add(shape with
                {
                    Output = target,
                    Leaves = [.. leaves.Select(leaf => leaf.Votes.Find(vote => vote.Target == target).Weight)],
                });
            }
        }

        var orphan = Enumerable.Range(0, seen.Length).FirstOrDefault(i => !seen[i] && !source.Nodes[i].IsLeaf, -1);
        return orphan < 0
            ? targets
            : throw new InvalidInputException(source.Place, $"{source.Nodes[orphan].Place}: unreachable from a root");
    }

    private static (DecisionTree Shape, IReadOnlyList<SourceNode> Leaves) Walk(SourceTrees source, int root, int featureCount, bool[] seen)
    {
        List<SourceNode> splits = [], leaves = [];
        List<Split> forms = [];
        List<int> left = [], right = [];
        Queue<(int Node, int Parent, bool IsLeft)> open = new([(root, -1, false)]);
        while (open.TryDequeue(out var next))
        {
            var node = source.Nodes[next.Node];
            if (!node.IsLeaf)
            {
                if (seen[next.Node])
                    throw Error(node, "has two parents or is its own ancestor");
                seen[next.Node] = true;
                if (node.Feature < 0 || node.Feature >= featureCount)
                    throw Error(node, $"feature {node.Feature} outside 0 to {featureCount - 1}");
                // How version 5 writes a tree of a single leaf.
                if (node.WhenTrue == node.WhenFalse && source.Nodes[node.WhenTrue].IsLeaf)
                    node = source.Nodes[node.WhenTrue];
            }

            if (next.Parent >= 0)
                (next.IsLeft ? left : right)[next.Parent] = node.IsLeaf ? ~leaves.Count : splits.Count;
            if (node.IsLeaf)
            {
                leaves.Add(node.Votes.Count > 0 ? node : throw Error(node, "is a leaf without a vote"));
                continue;
            }

            if (!Split.TryOf(node, out var split, out var reason))
                throw Error(node, reason);
            var (whenLeft, whenRight) = split.TrueIsLeft ? (node.WhenTrue, node.WhenFalse) : (node.WhenFalse, node.WhenTrue);
            open.Enqueue((whenLeft, splits.Count, true));
            open.Enqueue((whenRight, splits.Count, false));
            splits.Add(node);
            forms.Add(split);
            left.Add(0);
            right.Add(0);
        }

        var shape = new DecisionTree(
            0, [.. splits.Select(node => (int)node.Feature)], [.. forms.Select(form => form.Threshold)], [.. left], [.. right], [])
        {
            MissingLeft = forms.Exists(form => form.MissingLeft) ? [.. forms.Select(form => form.MissingLeft)] : null,
        };
        return (shape, leaves);

        InvalidInputException Error(SourceNode node, string reason) => new(source.Place, $"{node.Place}: {reason}");
    }
}
