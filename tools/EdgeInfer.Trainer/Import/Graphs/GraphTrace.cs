using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Import.Scores;
using EdgeInfer.Trainer.Import.Trees;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Import.Graphs;

/// <summary>Follows a graph from its input to its outputs, node by node; every node must be of the imported operator set.</summary>
internal sealed class GraphTrace
{
    private const string Probabilities = "probabilities";

    private readonly string _file;
    private readonly int _featureCount;
    private readonly Dictionary<string, Traced> _values = [];
    private string[]? _labels;

    private GraphTrace(OnnxFile file, int featureCount)
    {
        (_file, _featureCount) = (file.Name, featureCount);
        foreach (var tensor in file.Graph.Initializer)
            _values[tensor.Name] = new Traced.Constant(tensor);
        _values[file.Input] = new Traced.Features();
    }

    /// <exception cref="InvalidInputException">Names the node and what of it is not imported.</exception>
    public static TracedModel Run(OnnxFile file, int featureCount)
    {
        var trace = new GraphTrace(file, featureCount);
        foreach (var node in file.Graph.Node)
            trace.Follow(node);
        return trace.Result(file.Graph);
    }

    private void Follow(NodeProto node)
    {
        var attributes = new NodeAttributes(node, _file);
        Traced[] inputs = [.. node.Input.Select(name => _values.TryGetValue(name, out var found)
            ? found
            : throw attributes.Error($"input '{name}' is not computed before it"))];
        var outputs = node.Domain == OnnxGraph.MlDomain
            ? OfTrees(node.OpType, inputs, attributes)
            : [Arithmetic.Of(node.OpType, inputs, attributes)];
        if (node.Output.Count > outputs.Length)
            throw attributes.Error($"{node.Output.Count} outputs, at most {outputs.Length} are known");
        for (var i = 0; i < node.Output.Count; i++)
        {
            if (!_values.TryAdd(node.Output[i], outputs[i]))
                throw attributes.Error($"output '{node.Output[i]}' is computed twice");
        }
    }

    private Traced[] OfTrees(string operation, Traced[] inputs, NodeAttributes attributes) => (operation, inputs) switch
    {
        ("TreeEnsembleRegressor", [Traced.Features]) =>
            [new Traced.Scores(TargetScores.Of(TreeEnsemble3.OfRegressor(attributes), _featureCount))],
        ("TreeEnsemble", [Traced.Features]) => [new Traced.Scores(TargetScores.Of(TreeEnsemble5.Of(attributes), _featureCount))],
        ("TreeEnsembleClassifier", [Traced.Features]) => Classifier(attributes),
        ("ZipMap", [Traced.Scores scores]) => [Named(scores, attributes)],
        ("Normalizer", [Traced.Scores { Table: { Normalization: Normalization.None } table }]) =>
            attributes.Text("norm", "MAX") == "L1"
                ? [new Traced.Scores(table with { Normalization = Normalization.Sum })]
                : throw attributes.Error($"norm '{attributes.Text("norm", "MAX")}'; L1 is imported"),
        ("ArrayFeatureExtractor", [Traced.Scores scores, Traced.Constant columns]) =>
            [Columns.Select(scores.Table, columns.Tensor, attributes)],
        ("ArrayFeatureExtractor", [Traced.Constant classes, Traced.Label label]) => [Named(label, classes.Tensor, attributes)],
        _ => throw Arithmetic.Unknown($"{OnnxGraph.MlDomain}.{operation}", inputs, attributes),
    };

    private Traced[] Classifier(NodeAttributes attributes)
    {
        if (Labels(attributes) is not { } labels)
            throw attributes.Error("names no class");
        Name(labels, attributes);
        return
        [
            new Traced.Label(),
            new Traced.Scores(ClassifierScores.Of(TreeEnsemble3.OfClassifier(attributes, labels.Length), _featureCount)),
        ];
    }

    private Traced.Scores Named(Traced.Scores scores, NodeAttributes attributes)
    {
        Name(Labels(attributes) ?? throw attributes.Error("names no class"), attributes);
        return _labels!.Length == scores.Table.Columns.Count
            ? scores
            : throw attributes.Error($"names {_labels.Length} classes for {scores.Table.Columns.Count} scores");
    }

    private Traced.Label Named(Traced.Label label, TensorProto classes, NodeAttributes attributes)
    {
        Name(ConstantClasses.Of(classes, attributes), attributes);
        return label;
    }

    /// <summary>A converter may number the classes first, and name them behind.</summary>
    private void Name(string[] labels, NodeAttributes attributes)
    {
        if (_labels is not null && !_labels.SequenceEqual(labels) && !_labels.Select((one, i) => one == Place(i)).All(same => same))
            throw attributes.Error($"names the classes {string.Join(", ", labels)}, a node before it {string.Join(", ", _labels)}");
        _labels = labels;
    }

    private static string Place(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string[]? Labels(NodeAttributes attributes)
    {
        string[] labels =
        [
            .. attributes.Texts("classlabels_strings"),
            .. attributes.Integers("classlabels_int64s").Select(i => i.ToString(CultureInfo.InvariantCulture)),
        ];
        return labels.Length == 0
            ? null
            : labels.Distinct().Count() == labels.Length ? labels : throw attributes.Error("names a class twice");
    }

    private TracedModel Result(GraphProto graph)
    {
        string[] Outputs<T>() => [.. graph.Output.Select(output => output.Name).Where(name => _values.GetValueOrDefault(name) is T)];
        if (graph.Output.FirstOrDefault(output => !_values.ContainsKey(output.Name)) is { } absent)
            throw new InvalidInputException(_file, $"output '{absent.Name}' is not computed");
        var scores = Outputs<Traced.Scores>();
        var chosen = scores.Contains(Probabilities) ? Probabilities : scores is [var only] ? only : null;
        if (chosen is null)
            throw new InvalidInputException(
                _file, $"{scores.Length} outputs of scores ({string.Join(", ", scores)}), none named '{Probabilities}'; one is imported");
        var table = ((Traced.Scores)_values[chosen]).Table;
        return _labels is null || _labels.Length == table.Columns.Count
            ? new TracedModel(table, chosen, Outputs<Traced.Label>().FirstOrDefault(), _labels)
            : throw new InvalidInputException(_file, $"output '{chosen}': {table.Columns.Count} scores for {_labels.Length} classes");
    }
}
