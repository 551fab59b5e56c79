using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;
using Microsoft.ML.OnnxRuntime;

namespace EdgeInfer.Onnx.Sessions;

/// <summary>The one input and the one output that a model is run by, with their shapes for one window.</summary>
internal sealed record GraphSignature(string Input, long[] InputShape, string Output, long[] OutputShape)
{
    private const string Probabilities = "probabilities";

    public static GraphSignature Of(InferenceSession session, string fileName, string? wanted)
    {
        var input = session.InputMetadata.Single();
        var name = wanted ?? Probabilities;
        var output = session.OutputMetadata.TryGetValue(name, out var named)
            ? KeyValuePair.Create(name, named)
            : wanted is null
                ? OnlyFloat(session.OutputMetadata, fileName)
                : throw new InvalidInputException(fileName, $"no output '{wanted}' among {string.Join(", ", session.OutputMetadata.Keys)}");
        return new GraphSignature(
            input.Key, ShapeOf("input", input, fileName), output.Key, ShapeOf("output", output, fileName));
    }

    private static KeyValuePair<string, NodeMetadata> OnlyFloat(
        IReadOnlyDictionary<string, NodeMetadata> outputs, string fileName)
    {
        var floats = outputs.Where(output => IsFloatTensor(output.Value)).ToArray();
        return floats.Length == 1
            ? floats[0]
            : throw new InvalidInputException(
                fileName,
                $"no output '{Probabilities}' and {floats.Length} outputs of float among {string.Join(", ", outputs.Keys)}");
    }

    private static bool IsFloatTensor(NodeMetadata value) => value.IsTensor && value.ElementType == typeof(float);

    private static long[] ShapeOf(string role, KeyValuePair<string, NodeMetadata> value, string fileName)
    {
        if (!IsFloatTensor(value.Value))
            throw new InvalidInputException(fileName, $"{role} '{value.Key}' is no tensor of float");

        long[] shape = [.. value.Value.Dimensions.Select(dim => (long)dim)];
        // The batch may be left open; we run one window.
        if (shape is [-1, ..])
            shape[0] = 1;
        return Shapes.ElementCount(shape) is > 0
            ? shape
            : throw new InvalidInputException(
                fileName, $"{role} '{value.Key}' has shape [{string.Join(',', shape)}], which is not fixed");
    }
}
