using EdgeInfer.Trainer.Networks.Layers;

namespace EdgeInfer.Trainer.Networks.Pruning;

/// <summary>
/// Which outputs of a network's layers are the same channels: a depthwise convolution, an average and a flattening keep
/// their input's, and an addition makes those of its two inputs one.
/// </summary>
internal sealed class ChannelGroups
{
    private readonly Dictionary<string, string> _parents = new() { [LayerGraph.InputName] = LayerGraph.InputName };
    private readonly HashSet<string> _fixed = [LayerGraph.InputName];

    private ChannelGroups()
    {
    }

    /// <summary>Groups that may lose channels; not those of the input and of the outputs.</summary>
    public required IReadOnlyList<ChannelGroup> Prunable { get; init; }

    public static ChannelGroups Of(LayerGraph spec)
    {
        List<ChannelGroup> prunable = [];
        var groups = new ChannelGroups { Prunable = prunable };
        foreach (var layer in spec.Layers)
            groups.Add(spec, layer);
        groups._fixed.Add(spec.Head.Name);
        var frozen = groups._fixed.Select(groups.NameOf).ToHashSet();
        prunable.AddRange(spec.Weighted
            .GroupBy(layer => groups.NameOf(layer.Name))
            .Where(group => !frozen.Contains(group.Key))
            .Select(group => new ChannelGroup(group.Key, group.First().Outputs, [.. group.Select(layer => layer.Name)])));
        return groups;
    }

    /// <summary>Name of the group that a layer's outputs, or the input, belong to.</summary>
    public string NameOf(string layer)
    {
        var parent = _parents[layer];
        return parent == layer ? layer : NameOf(parent);
    }

    private void Add(LayerGraph spec, LayerSpec layer)
    {
        _parents[layer.Name] = layer.Name;
        switch (layer)
        {
            case ConvolutionLayer { Depthwise: true } or AdditionLayer or AverageLayer:
                foreach (var input in layer.Inputs)
                    Join(layer.Name, input);
                break;
            case FlattenLayer when spec.InputShapeOf(layer).Positions == 1:
                Join(layer.Name, layer.Input);
                break;
            case FlattenLayer:
                // Each channel becomes many: they are left alone on both sides.
                _fixed.Add(layer.Name);
                _fixed.Add(layer.Input);
                break;
            case WeightedLayer:
                break;
            default:
                throw new ArgumentException($"layer {layer.Name}: no rule for the channels of {layer.GetType().Name}");
        }
    }

    private void Join(string layer, string input) => _parents[NameOf(layer)] = NameOf(input);
}
