using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Quantization.Plan;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>From what a tensor was seen to hold to its 8 bits: within the bounds of the Relu or Clip that made it.</summary>
internal static class ActivationRanges
{
    public static IReadOnlyDictionary<string, AffineRange> Of(
        QuantizationPlan plan, IReadOnlyDictionary<string, ValueRange> seen, string file) =>
        plan.Owners.ToDictionary(tensor => tensor, tensor => Of(tensor, seen[tensor], plan, file));

    private static AffineRange Of(string tensor, ValueRange seen, QuantizationPlan plan, string file)
    {
        var (low, high) = Bounds(tensor, plan, file);
        try
        {
            return low >= 0
                ? AffineRange.UpTo(Math.Min(seen.High, high))
                : AffineRange.Covering(Math.Max(seen.Low, low), Math.Min(seen.High, high));
        }
        catch (ArgumentException none)
        {
            throw new InvalidInputException(file, $"tensor '{tensor}': {none.Message}", none);
        }
    }

    private static ValueRange Bounds(string tensor, QuantizationPlan plan, string file)
    {
        var node = plan.Links.Producer(tensor);
        return node?.OpType switch
        {
            "Relu" => new ValueRange(0, float.MaxValue),
            "Clip" => new ValueRange(
                Bound(node.Input.ElementAtOrDefault(1), float.MinValue), Bound(node.Input.ElementAtOrDefault(2), float.MaxValue)),
            _ => new ValueRange(float.MinValue, float.MaxValue),
        };

        float Bound(string? constant, float absent)
        {
            if (string.IsNullOrEmpty(constant))
                return absent;
            return plan.Links.IsConstant(constant)
                ? TensorValues.Of(plan.Links.Constant(constant), file)[0]
                : throw new NodeAttributes(node, file).Error($"the bound '{constant}' is computed; bounds are constants");
        }
    }
}
