using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Walk;

/// <summary>
/// Trees in groups of <see cref="Lanes"/>, those of like depth together. Slots of a group: the roots, then pair by
/// pair the two children of every node, breadth first over all lanes, so that the slots most visited stand together.
/// </summary>
internal sealed class WalkLayout<TNode>
    where TNode : struct, IWalkNode<TNode>
{
    public const int Lanes = 8;

    private readonly ThresholdTable _table;
    private readonly List<TNode> _nodes = [];
    private readonly List<double> _values = [];
    private readonly List<WalkGroup> _groups = [];

    private WalkLayout(ThresholdTable table) => _table = table;

    public TNode[] Nodes => [.. _nodes];

    /// <summary>Leaf value a slot; 0 where the slot is a node.</summary>
    public double[] Values => [.. _values];

    public WalkGroup[] Groups => [.. _groups];

    public static WalkLayout<TNode> Of(TreeEnsemble ensemble, ThresholdTable table) =>
        TryOf(ensemble, table) ?? throw new InvalidOperationException("an ensemble within its limits has slots for every node");

    /// <summary>Null where an outcome or a child does not fit the node.</summary>
    public static WalkLayout<TNode>? TryOf(TreeEnsemble ensemble, ThresholdTable table)
    {
        if (OutcomeTable.Length(table) > TNode.Largest)
            return null;
        var layout = new WalkLayout<TNode>(table);
        foreach (var output in ensemble.Trees.GroupBy(tree => tree.Output).OrderBy(group => group.Key))
        {
            foreach (var lanes in output.OrderBy(TreeDepth.Of).Chunk(Lanes))
            {
                if (lanes.Sum(tree => (2L * tree.NodeCount) + 1) + Lanes > TNode.Largest)
                    return null;
                layout.Add(lanes, output.Key);
            }
        }

        return layout;
    }

    private void Add(DecisionTree[] lanes, int output)
    {
        var first = _nodes.Count;
        _groups.Add(new(first, lanes.Max(TreeDepth.Of), output));
        var queue = new Queue<(DecisionTree? Tree, int At)>();
        for (var lane = 0; lane < Lanes; lane++)
            queue.Enqueue(lane < lanes.Length ? (lanes[lane], lanes[lane].NodeCount == 0 ? ~0 : 0) : (null, ~0));
        var next = Lanes;
        for (var slot = 0; queue.TryDequeue(out var entry); slot++)
        {
            var (tree, at) = entry;
            if (at < 0)
            {
                _nodes.Add(TNode.Of(OutcomeTable.Never, slot));
                _values.Add(tree?.Leaves[~at] ?? 0.0);
                continue;
            }

            var (segment, place) = _table.PlaceOf(tree!, at);
            _nodes.Add(TNode.Of(OutcomeTable.IndexOf(_table.Segments[segment], place), next));
            _values.Add(0.0);
            queue.Enqueue((tree, tree!.Left[at]));
            queue.Enqueue((tree, tree.Right[at]));
            next += 2;
        }
    }
}
