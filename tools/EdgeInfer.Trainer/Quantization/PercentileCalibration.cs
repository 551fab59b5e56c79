using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>
/// Ranges of every activation over calibration windows, without the outermost values on either side: one shock in a
/// recording would otherwise cost all other values their resolution.
/// </summary>
internal static class PercentileCalibration
{
    public const string Name = "percentile-99.99";

    private const double Covered = 0.9999;

    /// <param name="network">Trained network, in evaluation mode.</param>
    /// <param name="windows">Preprocessed windows, channel-major.</param>
    /// <returns>Ranges of the input and of each layer behind its activation, by name.</returns>
    /// <exception cref="InvalidInputException">A tensor has the same value everywhere.</exception>
    public static IReadOnlyDictionary<string, AffineRange> Run(TorchNetwork network, IReadOnlyList<float[]> windows)
    {
        using var withoutGradient = no_grad();
        using var scope = NewDisposeScope();
        return network.Activations(network.Batch(windows)).ToDictionary(
            activation => activation.Key, activation => RangeOf(activation.Value.flatten(), windows.Count));
    }

    private static AffineRange RangeOf(Tensor values, int windows)
    {
        var beyond = (long)(values.shape[0] * (1 - Covered));
        var low = values.kthvalue(1 + beyond, dim: 0).values.item<float>();
        var high = values.kthvalue(values.shape[0] - beyond, dim: 0).values.item<float>();
        return low < high
            ? AffineRange.Covering(low, high)
            : throw new InvalidInputException("calibration windows", $"a tensor of the network is constant ({low}) over all {windows} of them");
    }
}
