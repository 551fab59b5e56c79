using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Xgboost;

/// <summary>
/// A tree in the order that XGBoost's predictor relies on without saying so: the right child stands after the left one.
/// </summary>
internal static class XgboostNodes
{
    private const int None = -1;
    private const int NoParent = int.MaxValue;

    public static IReadOnlyList<XgboostNode> Of(DecisionTree tree)
    {
        var nodes = new List<XgboostNode>();
        var waiting = new Queue<(int Child, int Parent)>([(tree.NodeCount > 0 ? 0 : ~0, NoParent)]);
        var next = 1;
        while (waiting.TryDequeue(out var at))
        {
            var (child, parent) = at;
            if (child < 0)
            {
                nodes.Add(new(parent, None, None, 0, (float)tree.Leaves[~child], false));
                continue;
            }

            waiting.Enqueue((tree.Left[child], nodes.Count));
            waiting.Enqueue((tree.Right[child], nodes.Count));
            // It goes left below a threshold, we go left at it too.
            nodes.Add(new(
                parent, next, next + 1, tree.Feature[child], MathF.BitIncrement(tree.Threshold[child]), tree.MissingLeft?[child] ?? false));
            next += 2;
        }

        return nodes;
    }
}
