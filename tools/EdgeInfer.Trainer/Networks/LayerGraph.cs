using EdgeInfer.Trainer.Networks.Layers;

namespace EdgeInfer.Trainer.Networks;

/// <summary>The one description of a network that training, export, pruning and its counts follow.</summary>
internal sealed class LayerGraph
{
    public const string InputName = "input";

    private readonly Dictionary<string, LayerShape> _shapes;

    /// <param name="input">What it sees.</param>
    /// <param name="layers">In an order in which each reads earlier ones only; the last has weights and gives the outputs.</param>
    /// <param name="goal">Meaning of the outputs.</param>
    /// <exception cref="ArgumentException">Layers do not fit one another.</exception>
    public LayerGraph(NetworkInput input, IReadOnlyList<LayerSpec> layers, NetworkGoal goal)
    {
        (Input, Layers, Goal) = (input, layers, goal);
        _shapes = new() { [InputName] = new LayerShape(input.Channels, input.Height, input.Width) };
        foreach (var layer in layers)
        {
            var shapes = layer.Inputs.Select(ShapeOf).Distinct().ToArray();
            if (shapes.Length > 1)
                throw new ArgumentException($"layer {layer.Name}: adds {shapes[0]} and {shapes[1]}");
            if (!_shapes.TryAdd(layer.Name, layer.OutputShape(shapes[0])))
                throw new ArgumentException($"layer {layer.Name}: a second one of this name");
        }

        Head = layers[^1] as WeightedLayer ?? throw new ArgumentException($"layer {layers[^1].Name}: the last one has no weights");
        if (goal == NetworkGoal.Reconstruction && Head.Outputs != input.ValueCount)
            throw new ArgumentException($"layer {Head.Name}: {Head.Outputs} outputs, but {input.ValueCount} values to reconstruct");
    }

    public NetworkInput Input { get; }

    public IReadOnlyList<LayerSpec> Layers { get; }

    public NetworkGoal Goal { get; }

    /// <summary>The layer that gives the outputs.</summary>
    public WeightedLayer Head { get; }

    /// <summary>Weights and biases after batch normalisation is folded into the layers.</summary>
    public int ParameterCount => Weighted.Sum(layer => layer.WeightCount(InputShapeOf(layer)) + layer.Outputs);

    /// <summary>Multiply-accumulate operations an inference; additions and averages not counted.</summary>
    public long MultiplyAccumulateCount => Weighted.Sum(layer => layer.MultiplyAccumulates(InputShapeOf(layer)));

    public IEnumerable<WeightedLayer> Weighted => Layers.OfType<WeightedLayer>();

    /// <param name="name">A layer, or <see cref="InputName"/>.</param>
    public LayerShape ShapeOf(string name) =>
        _shapes.TryGetValue(name, out var shape) ? shape : throw new ArgumentException($"layer {name} is read before it is computed");

    public LayerShape InputShapeOf(LayerSpec layer) => ShapeOf(layer.Input);

    public LayerSpec Layer(string name) => Layers.First(layer => layer.Name == name);

    /// <summary>Name of the tensor that a layer, or the input, is read by.</summary>
    public string TensorOf(string name) => name == InputName ? InputName : Layer(name).Tensor;

    /// <summary>The same layers before a head of as many outputs, for another input of as many channels.</summary>
    public LayerGraph WithHead(NetworkInput input, int outputs) =>
        new(input, [.. Layers.Take(Layers.Count - 1), Head with { Outputs = outputs }], Goal);

    /// <summary>Every number that shapes the network, one layer a line.</summary>
    public string Describe() => string.Join('\n', [$"{Goal} {Input}", .. Layers.Select(layer => layer.ToString())]);
}
