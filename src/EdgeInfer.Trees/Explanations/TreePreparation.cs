using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Explanations;

/// <summary>Reads a tree breadth first and works out everything about it that no row changes.</summary>
internal sealed class TreePreparation
{
    private readonly DecisionTree _tree;
    private readonly int[] _order;
    private readonly int[] _place;
    private readonly int[] _parentBranch;
    private readonly long[] _rows;
    private readonly double[] _branchShare;
    private readonly int[] _featuresAbove;

    /// <param name="tree">Sound, and its rows counted.</param>
    private TreePreparation(DecisionTree tree)
    {
        _tree = tree;
        _order = new int[tree.NodeCount];
        _place = new int[tree.NodeCount];
        _parentBranch = new int[tree.NodeCount];
        _rows = new long[tree.NodeCount];
        _branchShare = new double[ExplainedSplit.LeftBranch(tree.NodeCount)];
        _featuresAbove = new int[tree.NodeCount];
        Order();
        CountRows();
    }

    /// <param name="sums">Where a feature's contribution is summed, by feature.</param>
    /// <param name="quadrature">Gives the points for a degree.</param>
    public static ExplainedTree Of(DecisionTree tree, ReadOnlySpan<int> sums, Func<int, QuadratureBlock[]> quadrature)
    {
        var prepared = new TreePreparation(tree);
        var splits = new ExplainedSplit[tree.NodeCount];
        var mostFeatures = 0;
        prepared._branchShare[ExplainedSplit.NoBranch] = 1;
        for (var place = 0; place < splits.Length; place++)
        {
            splits[place] = prepared.Split(place, sums);
            mostFeatures = Math.Max(mostFeatures, prepared._featuresAbove[place]);
        }

        return new(splits, tree.Leaves, prepared.ExpectedValue(splits), quadrature(Math.Max(mostFeatures - 1, 0)));
    }

    private void Order()
    {
        var placed = Math.Min(1, _order.Length);
        for (var place = 0; place < placed; place++)
        {
            var node = _order[place];
            Add(_tree.Left[node], ExplainedSplit.LeftBranch(place));
            Add(_tree.Right[node], ExplainedSplit.LeftBranch(place) + 1);
        }

        void Add(int child, int branch)
        {
            if (child < 0)
                return;
            _order[placed] = child;
            _place[child] = placed;
            _parentBranch[placed] = branch;
            placed++;
        }
    }

    private void CountRows()
    {
        for (var place = _order.Length - 1; place >= 0; place--)
            _rows[place] = RowsOf(_tree.Left[_order[place]]) + RowsOf(_tree.Right[_order[place]]);
    }

    private long RowsOf(int child) => child < 0 ? _tree.LeafRows![~child] : _rows[_place[child]];

    private ExplainedSplit Split(int place, ReadOnlySpan<int> sums)
    {
        var node = _order[place];
        var feature = _tree.Feature[node];
        var above = BranchAbove(place, feature);
        var aboveShare = _branchShare[above];
        var left = ShareOf(_tree.Left[node], place);
        var branch = ExplainedSplit.LeftBranch(place);
        _branchShare[branch] = aboveShare * left;
        _branchShare[branch + 1] = aboveShare * ShareOf(_tree.Right[node], place);
        var parent = _parentBranch[place];
        _featuresAbove[place] = (parent == ExplainedSplit.NoBranch ? 0 : _featuresAbove[SplitOf(parent)])
            + (above == ExplainedSplit.NoBranch ? 1 : 0);
        return new(
            feature, _tree.Threshold[node], _tree.MissingLeft?[node] ?? false, sums[feature],
            PlaceOf(_tree.Left[node]), PlaceOf(_tree.Right[node]), above, left, aboveShare);
    }

    private int BranchAbove(int place, int feature)
    {
        var branch = _parentBranch[place];
        while (branch != ExplainedSplit.NoBranch && _tree.Feature[_order[SplitOf(branch)]] != feature)
            branch = _parentBranch[SplitOf(branch)];
        return branch;
    }

    /// <summary>A split that no training row reached is taken as if its rows went half to either side.</summary>
    private double ShareOf(int child, int parent) => _rows[parent] == 0 ? 0.5 : RowsOf(child) / (double)_rows[parent];

    private int PlaceOf(int child) => child < 0 ? _order.Length + ~child : _place[child];

    private static int SplitOf(int branch) => (branch - ExplainedSplit.LeftBranch(0)) / 2;

    private double ExpectedValue(ExplainedSplit[] splits)
    {
        double[] mean = [.. new double[splits.Length], .. _tree.Leaves];
        for (var place = splits.Length - 1; place >= 0; place--)
        {
            var split = splits[place];
            mean[place] = (split.LeftShare * mean[split.Left]) + ((1 - split.LeftShare) * mean[split.Right]);
        }

        return mean[0];
    }
}
