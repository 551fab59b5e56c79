using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks;

/// <summary>The trainable form of a <see cref="NetworkSpec"/>: [batch, channels, length] in, logits [batch, classes] out.</summary>
internal sealed class TorchNetwork : nn.Module<Tensor, Tensor>
{
    private const double DropoutShare = 0.2;

    private readonly ModuleList<Conv1d> _convolutions = [];
    private readonly ModuleList<BatchNorm1d> _normalizations = [];
    private readonly Dropout _dropout = nn.Dropout(DropoutShare);
    private readonly Linear _dense;

    public TorchNetwork(NetworkSpec spec)
        : base("network")
    {
        Spec = spec;
        foreach (var layer in spec.Convolutions)
        {
            _convolutions.Add(nn.Conv1d(
                layer.Inputs, layer.Outputs, layer.Kernel, stride: layer.Stride, padding: layer.Padding,
                groups: layer.Groups, bias: false));
            _normalizations.Add(nn.BatchNorm1d(layer.Outputs));
        }

        _dense = nn.Linear(spec.EmbeddingLength, spec.Classes);
        RegisterComponents();
    }

    public NetworkSpec Spec { get; }

    public override Tensor forward(Tensor input)
    {
        var x = input;
        for (var i = 0; i < _convolutions.Count; i++)
            x = Activate(i, x);
        return _dense.forward(_dropout.forward(x.mean([2])));
    }

    /// <summary>Weights with batch normalisation folded in: w' = w g / sqrt(v + e), b' = b - m g / sqrt(v + e).</summary>
    public FoldedNetwork Fold()
    {
        var layers = Spec.Convolutions.Select((layer, i) => FoldConvolution(layer, _convolutions[i], _normalizations[i]));
        return new FoldedNetwork(Spec, [.. layers], new FoldedLayer(Values(_dense.weight), Values(_dense.bias!)));
    }

    private static FoldedLayer FoldConvolution(ConvolutionSpec layer, Conv1d convolution, BatchNorm1d normalization)
    {
        var weights = Values(convolution.weight);
        var bias = new float[layer.Outputs];
        var (gain, shift) = (Values(normalization.weight), Values(normalization.bias));
        var (mean, variance) = (Values(normalization.running_mean), Values(normalization.running_var));
        var perOutput = weights.Length / layer.Outputs;
        for (var output = 0; output < layer.Outputs; output++)
        {
            var factor = gain[output] / Math.Sqrt(variance[output] + normalization.eps);
            foreach (ref var weight in weights.AsSpan(output * perOutput, perOutput))
                weight = (float)(weight * factor);
            bias[output] = (float)(shift[output] - mean[output] * factor);
        }

        return new FoldedLayer(weights, bias);
    }

    private Tensor Activate(int layer, Tensor x) =>
        nn.functional.relu(_normalizations[layer].forward(_convolutions[layer].forward(x)));

    private static float[] Values(Tensor? tensor) => tensor!.cpu().data<float>().ToArray();
}
