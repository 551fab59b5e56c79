using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>
/// Algorithm 2 of arXiv:1802.03888 as it is written: extend the path at each node, unwind it at each leaf. Trees of one
/// output whose every node was reached by rows; the expected value is not computed.
/// </summary>
internal sealed class RecursiveTreeShap
{
    private const int NoFeature = -1;
    private readonly DecisionTree[] _trees;
    private readonly double[][] _rows;
    private readonly PathElement[] _paths;

    public RecursiveTreeShap(TreeEnsemble ensemble)
    {
        _trees = [.. ensemble.Trees];
        _rows = [.. _trees.Select(NodeRows)];
        var depth = _trees.Max(tree => Depth(tree, 0)) + 2;
        _paths = new PathElement[depth * (depth + 1)];
    }

    /// <param name="contributions">Receives one value a feature; what stands after them stays.</param>
    public void Explain(ReadOnlySpan<float> features, Span<double> contributions)
    {
        contributions[..features.Length].Clear();
        for (var tree = 0; tree < _trees.Length; tree++)
            Recurse(_trees[tree], _rows[tree], features, contributions, 0, default, 0, 1, 1, NoFeature);
    }

    private void Recurse(
        DecisionTree tree, double[] rows, ReadOnlySpan<float> features, Span<double> contributions,
        int node, ReadOnlySpan<PathElement> parent, int start, double zero, double one, int feature)
    {
        var length = parent.Length;
        var path = _paths.AsSpan(start, length + 1);
        parent.CopyTo(path);
        Extend(path, zero, one, feature);
        if (node < 0)
        {
            for (var i = 1; i <= length; i++)
                contributions[path[i].Feature] += UnwoundSum(path, i) * (path[i].One - path[i].Zero) * tree.Leaves[~node];
            return;
        }

        var asked = tree.Feature[node];
        var value = features[asked];
        var left = float.IsNaN(value) ? tree.MissingLeft?[node] ?? false : value <= tree.Threshold[node];
        var (hot, cold) = left ? (tree.Left[node], tree.Right[node]) : (tree.Right[node], tree.Left[node]);
        var (incomingZero, incomingOne) = (1.0, 1.0);
        for (var i = 1; i < path.Length; i++)
        {
            if (path[i].Feature != asked)
                continue;
            (incomingZero, incomingOne) = (path[i].Zero, path[i].One);
            Unwind(path, i);
            path = path[..^1];
            break;
        }

        var next = start + length + 1;
        Recurse(
            tree, rows, features, contributions, hot, path, next, incomingZero * RowsOf(tree, rows, hot) / rows[node], incomingOne, asked);
        Recurse(tree, rows, features, contributions, cold, path, next, incomingZero * RowsOf(tree, rows, cold) / rows[node], 0, asked);
    }

    private static void Extend(Span<PathElement> path, double zero, double one, int feature)
    {
        var length = path.Length - 1;
        path[length] = new() { Feature = feature, Zero = zero, One = one, Weight = length == 0 ? 1 : 0 };
        for (var i = length - 1; i >= 0; i--)
        {
            path[i + 1].Weight += one * path[i].Weight * (i + 1) / (length + 1);
            path[i].Weight = zero * path[i].Weight * (length - i) / (length + 1);
        }
    }

    private static void Unwind(Span<PathElement> path, int index)
    {
        var length = path.Length - 1;
        var (zero, one) = (path[index].Zero, path[index].One);
        var next = path[length].Weight;
        for (var i = length - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = path[i].Weight;
                path[i].Weight = next * (length + 1) / ((i + 1) * one);
                next = weight - (path[i].Weight * zero * (length - i) / (length + 1));
            }
            else
            {
                path[i].Weight = path[i].Weight * (length + 1) / (zero * (length - i));
            }
        }

        for (var i = index; i < length; i++)
            (path[i].Feature, path[i].Zero, path[i].One) = (path[i + 1].Feature, path[i + 1].Zero, path[i + 1].One);
    }

    private static double UnwoundSum(ReadOnlySpan<PathElement> path, int index)
    {
        var length = path.Length - 1;
        var (zero, one) = (path[index].Zero, path[index].One);
        var (next, total) = (path[length].Weight, 0.0);
        for (var i = length - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = next * (length + 1) / ((i + 1) * one);
                total += weight;
                next = path[i].Weight - (weight * zero * (length - i) / (length + 1));
            }
            else
            {
                total += path[i].Weight * (length + 1) / (zero * (length - i));
            }
        }

        return total;
    }

    private static double[] NodeRows(DecisionTree tree)
    {
        var rows = new double[tree.NodeCount];
        if (tree.NodeCount > 0)
            Fill(0);
        return rows;

        double Fill(int node) => rows[node] = Child(tree.Left[node]) + Child(tree.Right[node]);

        double Child(int child) => child < 0 ? tree.LeafRows![~child] : Fill(child);
    }

    private static double RowsOf(DecisionTree tree, double[] rows, int node) => node < 0 ? tree.LeafRows![~node] : rows[node];

    private static int Depth(DecisionTree tree, int node) =>
        node < 0 ? 0 : 1 + Math.Max(Depth(tree, tree.Left[node]), Depth(tree, tree.Right[node]));
}
