using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Tests.Import;

/// <summary>Random trees in the arrays of the version 1 to 3 operators, as the converters fill them: depth first, ids from 0.</summary>
internal sealed class ForeignTrees
{
    public const int Features = 6;

    public static readonly string[] Numerical = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GT", "BRANCH_GTE"];

    private static readonly double[] Thresholds =
    [
        0, -0.0, 1e-42, -1e-42, 0.5, -0.5, 1, 1.25, -2, 1e30, double.PositiveInfinity, 0.1, -0.3,
    ];

    private readonly Random _random;
    private readonly string[] _modes;
    private readonly Func<double[]> _leaf;
    private readonly bool _tracksMissing;
    private readonly bool _isDouble;

    public ForeignTrees(
        int seed,
        string[] modes,
        Func<Random, double[]> leaf,
        bool tracksMissing = true,
        bool isDouble = false,
        int trees = 12,
        int depth = 4)
    {
        (_random, _modes, _tracksMissing, _isDouble) = (new Random(seed), modes, tracksMissing, isDouble);
        _leaf = () => leaf(_random);
        for (var tree = 0; tree < trees; tree++)
            Grow(tree, depth);
    }

    public List<long> TreeIds { get; } = [];

    public List<long> NodeIds { get; } = [];

    public List<long> FeatureIds { get; } = [];

    public List<string> Modes { get; } = [];

    public List<double> Values { get; } = [];

    public List<long> Trues { get; } = [];

    public List<long> Falses { get; } = [];

    public List<long> Missing { get; } = [];

    public List<(long Tree, long Node, long Id, double Weight)> Votes { get; } = [];

    /// <param name="votes">class or target.</param>
    /// <param name="classOf">Another id for votes of a tree; as they are where null.</param>
    public AttributeProto[] Attributes(string votes, Func<long, long>? classOf = null)
    {
        List<AttributeProto> attributes =
        [
            OnnxAttribute.Of("nodes_treeids", TreeIds), OnnxAttribute.Of("nodes_nodeids", NodeIds),
            OnnxAttribute.Of("nodes_featureids", FeatureIds), OnnxAttribute.Of("nodes_modes", Modes),
            OnnxAttribute.Of("nodes_truenodeids", Trues), OnnxAttribute.Of("nodes_falsenodeids", Falses),
            Numbers("nodes_values", Values),
            OnnxAttribute.Of($"{votes}_treeids", Votes.Select(v => v.Tree)),
            OnnxAttribute.Of($"{votes}_nodeids", Votes.Select(v => v.Node)),
            OnnxAttribute.Of($"{votes}_ids", Votes.Select(v => classOf?.Invoke(v.Tree) ?? v.Id)),
            Numbers($"{votes}_weights", [.. Votes.Select(v => v.Weight)]),
        ];
        if (_tracksMissing)
            attributes.Add(OnnxAttribute.Of("nodes_missing_value_tracks_true", Missing));
        return [.. attributes];
    }

    public static AttributeProto Floats(string name, params IEnumerable<double> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Floats };
        attribute.Floats.AddRange(values.Select(value => (float)value));
        return attribute;
    }

    private AttributeProto Numbers(string name, List<double> values) => _isDouble
        ? OnnxAttribute.Of($"{name}_as_tensor", OnnxGraph.Tensor<double>(name, [.. values], values.Count))
        : Floats(name, values);

    private long Grow(int tree, int depth)
    {
        var at = TreeIds.Count;
        var id = at == 0 || TreeIds[at - 1] != tree ? 0 : NodeIds[at - 1] + 1;
        var isLeaf = depth == 0 || _random.Next(8) == 0;
        TreeIds.Add(tree);
        NodeIds.Add(id);
        FeatureIds.Add(isLeaf ? 0 : _random.Next(Features));
        Modes.Add(isLeaf ? "LEAF" : _modes[_random.Next(_modes.Length)]);
        Values.Add(isLeaf ? 0 : Threshold());
        Trues.Add(0);
        Falses.Add(0);
        Missing.Add(isLeaf ? 0 : _random.Next(2));
        if (isLeaf)
        {
            Votes.AddRange(_leaf().Select((weight, target) => ((long)tree, id, (long)target, weight)));
            return id;
        }

        Trues[at] = Grow(tree, depth - 1);
        Falses[at] = Grow(tree, depth - 1);
        return id;
    }

    private double Threshold() => _random.Next(3) == 0
        ? Thresholds[_random.Next(Thresholds.Length)]
        : _isDouble ? _random.NextDouble() * 4 - 2 : (float)(_random.NextDouble() * 4 - 2);
}
