using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks;

/// <summary>Compares an exported graph with the network it was made of.</summary>
internal static class NetworkParity
{
    private const double LargestDifference = 1e-5;
    private const int BatchSize = 256;

    /// <summary>fp32 against TorchSharp, on logits.</summary>
    /// <exception cref="InvalidInputException">They differ by more than 1e-5.</exception>
    public static ManifestParity Prove(string bundle, GraphModule network, byte[] fp32, IReadOnlyList<float[]> inputs)
    {
        using var exported = OnnxModel.Load(fp32, bundle, network.Spec.Head.Name);
        var parity = Compare(Logits(network, inputs), inputs, exported, $"{network.Spec.Head.Name}, TorchSharp to ONNX fp32");
        return parity.MaxAbsDiff <= LargestDifference
            ? parity
            : throw new InvalidInputException(
                bundle,
                $"{network.Spec.Head.Name} differ from TorchSharp's by {parity.MaxAbsDiff}, "
                + $"more than {LargestDifference}; nothing was exported");
    }

    /// <summary>int8 against its own fp32: what quantisation changed, for the record.</summary>
    public static ManifestParity Compare(string bundle, byte[] fp32, byte[] int8, IReadOnlyList<float[]> inputs)
    {
        using var reference = OnnxModel.Load(fp32, bundle);
        using var quantized = OnnxModel.Load(int8, bundle);
        return Compare(inputs.Select(input => Answer(reference, input)), inputs, quantized, "probabilities, ONNX fp32 to int8");
    }

    private static ManifestParity Compare(
        IEnumerable<float[]> expected, IReadOnlyList<float[]> inputs, OnnxModel model, string quantity)
    {
        var (mismatches, difference) = (0L, 0.0);
        foreach (var (wanted, input) in expected.Zip(inputs))
        {
            var found = Answer(model, input);
            mismatches += Array.IndexOf(found, found.Max()) == Array.IndexOf(wanted, wanted.Max()) ? 0 : 1;
            difference = Math.Max(difference, wanted.Zip(found, (a, b) => Math.Abs((double)a - b)).Max());
        }

        return new ManifestParity(inputs.Count, mismatches, difference, quantity);
    }

    private static float[] Answer(OnnxModel model, float[] input)
    {
        var output = new float[model.OutputLength];
        model.Predict(input, output);
        return output;
    }

    private static IEnumerable<float[]> Logits(GraphModule network, IReadOnlyList<float[]> inputs)
    {
        using var withoutGradient = no_grad();
        foreach (var batch in inputs.Chunk(BatchSize))
        {
            using var scope = NewDisposeScope();
            var outputs = network.Spec.Head.Outputs;
            var logits = network.forward(network.Batch(batch)).data<float>().ToArray();
            for (var i = 0; i < batch.Length; i++)
                yield return logits[(i * outputs)..((i + 1) * outputs)];
        }
    }
}
