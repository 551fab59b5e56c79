using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>Ranges of every activation over calibration windows: smallest to largest value seen.</summary>
internal static class MinMaxCalibration
{
    public const string Name = "minmax";

    private const int BatchSize = 64;

    /// <param name="network">Trained network, in evaluation mode.</param>
    /// <param name="windows">Preprocessed windows, channel-major.</param>
    /// <returns>Ranges in the order of <see cref="TorchNetwork.ForwardActivations"/>.</returns>
    public static IReadOnlyList<AffineRange> Run(TorchNetwork network, IReadOnlyList<float[]> windows)
    {
        var spec = network.Spec;
        var low = new float[spec.Convolutions.Count + 2];
        var high = new float[low.Length];
        using var withoutGradient = no_grad();
        foreach (var batch in windows.Chunk(BatchSize))
        {
            using var scope = NewDisposeScope();
            var input = tensor(batch.SelectMany(w => w).ToArray(), [batch.Length, spec.Channels, spec.Length]);
            var activations = network.ForwardActivations(input);
            for (var i = 0; i < activations.Count; i++)
            {
                low[i] = Math.Min(low[i], activations[i].min().item<float>());
                high[i] = Math.Max(high[i], activations[i].max().item<float>());
            }
        }

        return [.. low.Zip(high, (l, h) => l < h
            ? AffineRange.Covering(l, h)
            : throw new InvalidInputException("calibration windows", $"a tensor of the network is constant ({l}) over all {windows.Count} of them"))];
    }
}
