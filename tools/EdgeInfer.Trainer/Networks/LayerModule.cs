using EdgeInfer.Trainer.Networks.Layers;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks;

/// <summary>The trainable form of a layer with weights. Windows are convolved as images of one row.</summary>
internal sealed class LayerModule : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-5;

    private readonly nn.Module<Tensor, Tensor> _linear;
    private readonly nn.Module<Tensor, Tensor>? _normalization;

    public LayerModule(WeightedLayer layer, LayerShape input)
        : base(layer.Name)
    {
        Layer = layer;
        _linear = layer switch
        {
            ConvolutionLayer c => nn.Conv2d(
                input.Channels, c.Outputs, (c.Kernel.Height, c.Kernel.Width), stride: (c.Stride.Height, c.Stride.Width),
                padding: (c.Padding.Height, c.Padding.Width), groups: c.Groups, bias: false),
            DenseLayer => nn.Linear(input.Channels, layer.Outputs, hasBias: !layer.Normalized),
            _ => throw new ArgumentException($"layer {layer.Name}: no module for {layer.GetType().Name}"),
        };
        if (layer.Normalized)
            _normalization = layer is DenseLayer
                ? nn.BatchNorm1d(layer.Outputs, eps: Epsilon)
                : nn.BatchNorm2d(layer.Outputs, eps: Epsilon);
        RegisterComponents();
    }

    public WeightedLayer Layer { get; }

    public override Tensor forward(Tensor input)
    {
        var x = _linear.forward(input);
        if (_normalization is not null)
            x = _normalization.forward(x);
        return Layer.Relu ? nn.functional.relu(x) : x;
    }

    /// <summary>Weights with batch normalisation folded in: w' = w g / sqrt(v + e), b' = b - m g / sqrt(v + e).</summary>
    public LayerWeights Fold()
    {
        var weights = Values("_linear.weight");
        if (_normalization is null)
            return new LayerWeights(weights, Values("_linear.bias"));
        var bias = new float[Layer.Outputs];
        var (gain, shift) = (Values("_normalization.weight"), Values("_normalization.bias"));
        var (mean, variance) = (Values("_normalization.running_mean"), Values("_normalization.running_var"));
        var perOutput = weights.Length / Layer.Outputs;
        for (var output = 0; output < Layer.Outputs; output++)
        {
            var factor = gain[output] / Math.Sqrt(variance[output] + Epsilon);
            foreach (ref var weight in weights.AsSpan(output * perOutput, perOutput))
                weight = (float)(weight * factor);
            bias[output] = (float)(shift[output] - mean[output] * factor);
        }

        return new LayerWeights(weights, bias);
    }

    /// <summary>
    /// Takes folded weights over such that normalisation does what it does after training, on the statistics of
    /// <paramref name="input"/>: it computes the same as before, in training mode too.
    /// </summary>
    public void Unfold(LayerWeights folded, Tensor input)
    {
        Set("_linear.weight", folded.Weights);
        if (_normalization is null)
        {
            Set("_linear.bias", folded.Bias);
            return;
        }

        using var scope = NewDisposeScope();
        var outputs = _linear.forward(input).transpose(0, 1).reshape(Layer.Outputs, -1);
        var mean = outputs.mean([1]).cpu().data<float>().ToArray();
        var variance = outputs.var(1, unbiased: false).cpu().data<float>().ToArray();
        Set("_normalization.running_mean", mean);
        Set("_normalization.running_var", variance);
        Set("_normalization.weight", [.. variance.Select(v => (float)Math.Sqrt(v + Epsilon))]);
        Set("_normalization.bias", [.. mean.Zip(folded.Bias, (m, b) => m + b)]);
    }

    /// <summary>Takes some of the inputs and outputs of a wider layer over, with their normalisation.</summary>
    /// <param name="wider">The layer that they stand in.</param>
    /// <param name="outputs">Indices of its outputs; as many as this layer has.</param>
    /// <param name="inputs">Indices into the second dimension of its weights.</param>
    public void Narrow(LayerModule wider, int[] outputs, int[] inputs)
    {
        using var scope = NewDisposeScope();
        var (rows, columns) = (tensor(Array.ConvertAll(outputs, i => (long)i)), tensor(Array.ConvertAll(inputs, i => (long)i)));
        var source = wider.state_dict();
        foreach (var (name, target) in state_dict())
        {
            var value = source[name];
            if (value.dim() > 0)
                value = value.index_select(0, rows);
            target.copy_(value.dim() > 1 ? value.index_select(1, columns) : value);
        }
    }

    /// <summary>
    /// Importance of each output by the mean magnitude of its weights, 1 on average over the layer (Li et al., ICLR 2017).
    /// </summary>
    public double[] WeightMagnitudes() => Relative(Fold().Weights);

    private double[] Relative(float[] values)
    {
        double[] sums = [.. values.Chunk(values.Length / Layer.Outputs).Select(row => row.Sum(value => Math.Abs((double)value)))];
        var mean = Math.Max(sums.Average(), double.Epsilon);
        return [.. sums.Select(sum => sum / mean)];
    }

    private float[] Values(string name) => state_dict()[name].cpu().data<float>().ToArray();

    private void Set(string name, float[] values)
    {
        using var withoutGradient = no_grad();
        var target = state_dict()[name];
        using var source = tensor(values, target.shape);
        target.copy_(source);
    }
}
