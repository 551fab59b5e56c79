using EdgeInfer.Trainer.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks;

/// <summary>The trainable form of a <see cref="LayerGraph"/>: [batch, channels, height, width] in, [batch, outputs] out.</summary>
internal sealed class GraphModule : nn.Module<Tensor, Tensor>
{
    private const double DropoutShare = 0.2;

    private readonly ModuleList<LayerModule> _layers = [];
    private readonly Dropout _dropout = nn.Dropout(DropoutShare);
    private readonly Dictionary<string, LayerModule> _modules;

    private GraphModule(LayerGraph spec)
        : base("network")
    {
        Spec = spec;
        foreach (var layer in spec.Weighted)
            _layers.Add(new LayerModule(layer, spec.InputShapeOf(layer)));
        _modules = _layers.ToDictionary(module => module.Layer.Name);
        RegisterComponents();
    }

    public LayerGraph Spec { get; }

    public LayerModule Head => _layers[^1];

    /// <summary>Random weights, the same for the same seed. Sets libtorch's generator and its number of threads for the process.</summary>
    public static GraphModule Create(LayerGraph spec, int seed)
    {
        // Two threads lost to spinning on a busy machine, and one makes the weights repeatable.
        set_num_threads(1);
        random.manual_seed(seed);
        return new GraphModule(spec);
    }

    public LayerModule Module(string layer) => _modules[layer];

    /// <param name="inputs">Preprocessed, channel-major.</param>
    /// <returns>[inputs, channels, height, width].</returns>
    public Tensor Batch(IReadOnlyList<float[]> inputs)
    {
        var input = Spec.Input;
        return tensor(inputs.SelectMany(values => values).ToArray(), [inputs.Count, input.Channels, input.Height, input.Width]);
    }

    public override Tensor forward(Tensor input) => Walk(input, (_, _) => { })[Spec.Head.Name];

    public TrainedWeights Fold() => new(Spec, _layers.ToDictionary(module => module.Layer.Name, module => module.Fold()));

    /// <summary>
    /// Takes folded weights over, where <paramref name="layers"/> has a layer's; the statistics of normalisation come
    /// from <paramref name="inputs"/>.
    /// </summary>
    public void Unfold(IReadOnlyDictionary<string, LayerWeights> layers, IReadOnlyList<float[]> inputs)
    {
        var training = this.training;
        eval();
        using (var withoutGradient = no_grad())
        using (var scope = NewDisposeScope())
        {
            Walk(Batch(inputs), (module, x) =>
            {
                if (layers.TryGetValue(module.Layer.Name, out var folded))
                    module.Unfold(folded, x);
            });
        }

        train(training);
    }

    private Dictionary<string, Tensor> Walk(Tensor input, Action<LayerModule, Tensor> before)
    {
        var values = new Dictionary<string, Tensor>
        {
            [LayerGraph.InputName] = Spec.Input.Height == 1 ? ChannelsLast(input) : input,
        };
        foreach (var layer in Spec.Layers)
        {
            var x = values[layer.Input];
            if (layer is WeightedLayer)
                before(_modules[layer.Name], x);
            values[layer.Name] = layer switch
            {
                WeightedLayer weighted => _modules[layer.Name]
                    .forward(weighted == Spec.Head && Spec.Goal == NetworkGoal.Classification ? _dropout.forward(x) : x),
                AdditionLayer sum => sum.Relu ? nn.functional.relu(x + values[sum.Other]) : x + values[sum.Other],
                AverageLayer => x.mean([2, 3], keepdim: true),
                FlattenLayer => x.flatten(1),
                _ => throw new ArgumentException($"layer {layer.Name}: no computation for {layer.GetType().Name}"),
            };
        }

        return values;
    }

    /// <summary>
    /// The same values with the channels of a sample side by side in memory. libtorch keeps to that order, in which windows train in half
    /// the time (docs/decisions/training-budget.md).
    /// </summary>
    private static Tensor ChannelsLast(Tensor input) => input.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}
