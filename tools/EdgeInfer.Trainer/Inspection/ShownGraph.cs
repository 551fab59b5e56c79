using System.Globalization;

namespace EdgeInfer.Trainer.Inspection;

/// <summary>
/// The layers that a person reads, numbered, each with the numbers of those that it reads: tensors' names are long, and an int8 network
/// has two conversions between any two layers.
/// </summary>
internal sealed class ShownGraph
{
    private const string Input = "input";
    private const string Constants = "constants";

    private readonly string _input;
    private readonly Dictionary<string, LayerInfo> _makers = [];
    private readonly Dictionary<LayerInfo, int> _numbers = [];

    public ShownGraph(NetworkInspection inspection)
    {
        _input = inspection.Input;
        Layers = [.. inspection.Layers.Where(layer => !layer.IsConversion)];
        foreach (var layer in inspection.Layers)
        {
            foreach (var output in layer.Outputs)
                _makers.TryAdd(output, layer);
        }

        foreach (var layer in Layers)
            _numbers.TryAdd(layer, _numbers.Count + 1);
    }

    public IReadOnlyList<LayerInfo> Layers { get; }

    public string NumberOf(LayerInfo layer) => _numbers[layer].ToString(CultureInfo.InvariantCulture);

    /// <summary>Numbers of the layers behind its inputs, and <c>input</c> for the graph's own.</summary>
    public string ReadBy(LayerInfo layer) => string.Join(", ", layer.Inputs.Select(MakerOf));

    /// <summary>Number of the layer behind a tensor; <c>input</c> or <c>constants</c> where there is none.</summary>
    public string MakerOf(string tensor)
    {
        while (_makers.TryGetValue(tensor, out var maker))
        {
            if (!maker.IsConversion)
                return NumberOf(maker);
            tensor = maker.Inputs[0];
        }

        return tensor == _input ? Input : Constants;
    }
}
