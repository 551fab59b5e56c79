using EdgeInfer.Trainer.Networks.Layers;

namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>Layers one behind another, as an architecture adds them.</summary>
/// <param name="input">What the network sees: of one row, kernels and strides have one row too.</param>
internal sealed class LayerChain(NetworkInput input)
{
    private readonly List<LayerSpec> _layers = [];

    /// <summary>Name of the layer that the next one reads.</summary>
    public string Last => _layers.Count == 0 ? LayerGraph.InputName : _layers[^1].Name;

    public string Convolution(string name, string from, int outputs, int kernel, int stride, bool depthwise = false, bool relu = true)
    {
        var rows = input.Height == 1;
        return Add(new ConvolutionLayer(name, from, outputs, (rows ? 1 : kernel, kernel), (rows ? 1 : stride, stride), depthwise, relu));
    }

    /// <summary>A depthwise and a pointwise convolution (MobileNet: Howard et al., 2017).</summary>
    public void SeparableBlock(int index, int inputs, int outputs, int kernel, int stride)
    {
        Convolution($"block{index}_depthwise", Last, inputs, kernel, stride, depthwise: true);
        Convolution($"block{index}_pointwise", Last, outputs, kernel: 1, stride: 1);
    }

    public string Add(LayerSpec layer)
    {
        _layers.Add(layer);
        return layer.Name;
    }

    /// <summary>Mean over positions, and a dense layer to the classes.</summary>
    public LayerGraph Classify(int classes)
    {
        Add(new AverageLayer("average", Last));
        Add(new FlattenLayer("embedding", Last));
        Add(new DenseLayer(FloatGraph.Logits, Last, classes));
        return new LayerGraph(input, _layers, NetworkGoal.Classification);
    }

    public LayerGraph Reconstruct()
    {
        Add(new DenseLayer(FloatGraph.Reconstruction, Last, input.ValueCount));
        return new LayerGraph(input, _layers, NetworkGoal.Reconstruction);
    }
}
