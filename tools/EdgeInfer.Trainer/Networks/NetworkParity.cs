using EdgeInfer.Core.Errors;
using EdgeInfer.Models.Manifests;
using EdgeInfer.Trainer.Onnx;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks;

/// <summary>Compares an exported graph with the network it was made of.</summary>
internal static class NetworkParity
{
    private const double LargestDifference = 1e-5;
    private const int BatchSize = 256;

    /// <summary>fp32 against TorchSharp, on logits.</summary>
    /// <exception cref="InvalidInputException">They differ by more than 1e-5.</exception>
    public static ManifestParity Prove(string bundle, TorchNetwork network, byte[] fp32, IReadOnlyList<float[]> inputs)
    {
        using var session = new ExportSession(fp32);
        var expected = Logits(network, inputs);
        var parity = Compare(expected, inputs, input => session.Run(input, FloatGraph.Logits), "logits, TorchSharp to ONNX fp32");
        return parity.MaxAbsDiff <= LargestDifference
            ? parity
            : throw new InvalidInputException(bundle, $"logits differ from TorchSharp's by {parity.MaxAbsDiff}, more than {LargestDifference}; nothing was exported");
    }

    /// <summary>int8 against its own fp32: what quantisation changed, for the record.</summary>
    public static ManifestParity Compare(byte[] fp32, byte[] int8, IReadOnlyList<float[]> inputs)
    {
        using var reference = new ExportSession(fp32);
        using var session = new ExportSession(int8);
        return Compare(
            inputs.Select(input => reference.Run(input, FloatGraph.Probabilities)), inputs,
            input => session.Run(input, FloatGraph.Probabilities), "probabilities, ONNX fp32 to int8");
    }

    private static ManifestParity Compare(
        IEnumerable<float[]> expected, IReadOnlyList<float[]> inputs, Func<float[], float[]> run, string quantity)
    {
        var (mismatches, difference) = (0L, 0.0);
        foreach (var (wanted, input) in expected.Zip(inputs))
        {
            var found = run(input);
            mismatches += Array.IndexOf(found, found.Max()) == Array.IndexOf(wanted, wanted.Max()) ? 0 : 1;
            difference = Math.Max(difference, wanted.Zip(found, (a, b) => Math.Abs((double)a - b)).Max());
        }

        return new ManifestParity(inputs.Count, mismatches, difference, quantity);
    }

    private static IEnumerable<float[]> Logits(TorchNetwork network, IReadOnlyList<float[]> inputs)
    {
        using var withoutGradient = no_grad();
        foreach (var batch in inputs.Chunk(BatchSize))
        {
            using var scope = NewDisposeScope();
            var spec = network.Spec;
            var input = tensor(batch.SelectMany(w => w).ToArray(), [batch.Length, spec.Channels, 1, spec.Length]);
            var logits = network.forward(input).data<float>().ToArray();
            for (var i = 0; i < batch.Length; i++)
                yield return logits[(i * spec.Classes)..((i + 1) * spec.Classes)];
        }
    }
}
