using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Networks.Layers;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;

namespace EdgeInfer.Trainer.Networks;

/// <summary>Reads a network back from the fp32 file that <see cref="FloatGraph"/> wrote: its specification and weights.</summary>
internal sealed class FloatGraphReader
{
    /// <summary>Attributes that the writer sets; another one would change what a node computes.</summary>
    private static readonly HashSet<string> Attributes = ["kernel_shape", "strides", "pads", "group", "transB", "axis"];

    private readonly string _place;
    private readonly GraphProto _graph;
    private readonly Dictionary<string, TensorProto> _constants;
    private readonly List<LayerSpec> _layers = [];

    /// <summary>Names of each layer's weights and bias.</summary>
    private readonly Dictionary<string, (string Weights, string Bias)> _weights = [];

    /// <summary>Layer behind each tensor.</summary>
    private readonly Dictionary<string, string> _owners = new() { [LayerGraph.InputName] = LayerGraph.InputName };

    private FloatGraphReader(string place, GraphProto graph)
    {
        _place = place;
        _graph = graph;
        _constants = graph.Initializer.ToDictionary(tensor => tensor.Name);
    }

    /// <param name="place">The file, for errors.</param>
    /// <param name="file">Its content; scanned and opened by ONNX Runtime before it is parsed.</param>
    /// <exception cref="InvalidInputException">It is no network of ours in fp32; names the node.</exception>
    public static TrainedWeights Read(string place, ReadOnlyMemory<byte> file)
    {
        OnnxModel.Load(file, place).Dispose();
        return new FloatGraphReader(place, OnnxProto.Parse(file.Span, place).Graph).Read();
    }

    private TrainedWeights Read()
    {
        foreach (var node in _graph.Node)
            Add(node);
        try
        {
            var goal = _graph.Output.Count == 1 ? NetworkGoal.Reconstruction : NetworkGoal.Classification;
            var spec = new LayerGraph(ReadInput(), _layers, goal);
            return new TrainedWeights(
                spec, spec.Weighted.ToDictionary(layer => layer.Name, layer => ReadWeights(layer, spec.InputShapeOf(layer))));
        }
        catch (ArgumentException misfit)
        {
            throw new InvalidInputException(
                _place, $"only networks that this trainer wrote are pruned, distilled or trained further: {misfit.Message}", misfit);
        }
    }

    private NetworkInput ReadInput()
    {
        var dimensions = _graph.Input[0].Type.TensorType.Shape.Dim;
        return _graph.Input[0].Name == LayerGraph.InputName && dimensions.Count == 4
            ? new NetworkInput((int)dimensions[1].DimValue, (int)dimensions[2].DimValue, (int)dimensions[3].DimValue)
            : throw new InvalidInputException(
                _place, $"input '{_graph.Input[0].Name}' of {dimensions.Count} dimensions is not 'input' of four");
    }

    private void Add(NodeProto node)
    {
        if (node.OpType == "Softmax")
            return;
        if (node.Attribute.FirstOrDefault(attribute => !Attributes.Contains(attribute.Name)) is { } stranger)
            throw Strange(node, $"has attribute '{stranger.Name}'");
        var input = Owner(node, 0);
        if (node.OpType == "Relu")
        {
            var index = _layers.FindIndex(layer => layer.Name == input);
            _layers[index] = index < 0 ? throw Strange(node, "reads no layer") : Activated(node, _layers[index]);
            _owners[node.Output[0]] = input;
            return;
        }

        _layers.Add(node.OpType switch
        {
            "Conv" => Convolution(node, input),
            "Gemm" when Number(node, "transB", 0) == 1 => new DenseLayer(node.Name, input, (int)Weights(node).Dims[0]),
            "Add" => new AdditionLayer(node.Name, input, Owner(node, 1), Relu: false),
            "GlobalAveragePool" => new AverageLayer(node.Name, input),
            "Flatten" => new FlattenLayer(node.Name, input),
            _ => throw Strange(node, "is no operator of these networks"),
        });
        _owners[node.Output[0]] = node.Name;
    }

    private LayerSpec Activated(NodeProto node, LayerSpec layer) => layer switch
    {
        // The head alone is without normalisation, and it is never followed by ReLU.
        DenseLayer dense => dense with { Relu = true, Normalized = true },
        WeightedLayer weighted => weighted with { Relu = true },
        AdditionLayer sum => sum with { Relu = true },
        _ => throw Strange(node, $"follows {layer.Name}, which has no activation"),
    };

    private ConvolutionLayer Convolution(NodeProto node, string input)
    {
        var weights = Weights(node);
        if (weights.Dims.Count != 4)
            throw Strange(node, $"has weights of {weights.Dims.Count} dimensions, not of four");
        var (outputs, kernel) = ((int)weights.Dims[0], ((int)weights.Dims[2], (int)weights.Dims[3]));
        var (strides, pads, group) = (Numbers(node, "strides"), Numbers(node, "pads"), Number(node, "group", 1));
        if (strides.Length != 2)
            throw Strange(node, "states no two strides");
        var layer = new ConvolutionLayer(
            node.Name, input, outputs, kernel, ((int)strides[0], (int)strides[1]), Depthwise: group > 1, Relu: false);
        var (height, width) = layer.Padding;
        return layer.Groups == group && pads.AsSpan().SequenceEqual([height, width, height, width])
            ? layer
            : throw Strange(
                node, $"has {group} groups and pads [{string.Join(", ", pads)}], not those of a centred convolution, plain or depthwise");
    }

    private LayerWeights ReadWeights(WeightedLayer layer, LayerShape input) => new(
        Values(_weights[layer.Name].Weights, layer.WeightShape(input)), Values(_weights[layer.Name].Bias, [layer.Outputs]));

    private float[] Values(string name, long[] shape)
    {
        if (!_constants.TryGetValue(name, out var tensor) || !tensor.Dims.SequenceEqual(shape)
            || tensor.RawData.Length != sizeof(float) * shape.Aggregate(1L, (product, size) => product * size))
            throw new InvalidInputException(
                _place, $"initialiser '{name}' of [{string.Join(", ", shape)}] floats is missing or of another shape");
        var values = MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();
        return Array.TrueForAll(values, float.IsFinite)
            ? values
            : throw new InvalidInputException(_place, $"initialiser '{name}' holds a value that is not finite");
    }

    private TensorProto Weights(NodeProto node)
    {
        if (node.Input.Count != 3 || !_constants.TryGetValue(node.Input[1], out var weights) || weights.Dims.Count < 2)
            throw Strange(node, "has no constant weights and bias");
        _weights[node.Name] = (node.Input[1], node.Input[2]);
        return weights;
    }

    private string Owner(NodeProto node, int input) =>
        node.Input.Count > input && _owners.TryGetValue(node.Input[input], out var owner)
            ? owner
            : throw Strange(node, $"does not read a layer as input {input}");

    private static long Number(NodeProto node, string attribute, long otherwise) =>
        node.Attribute.FirstOrDefault(a => a.Name == attribute)?.I ?? otherwise;

    private static long[] Numbers(NodeProto node, string attribute) =>
        [.. node.Attribute.FirstOrDefault(a => a.Name == attribute)?.Ints ?? []];

    private InvalidInputException Strange(NodeProto node, string reason) =>
        new(
            _place,
            $"only networks that this trainer wrote are pruned, distilled or trained further: node '{node.Name}' ({node.OpType}) {reason}");
}
