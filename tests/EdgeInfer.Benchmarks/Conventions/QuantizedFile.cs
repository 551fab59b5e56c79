using EdgeInfer.Trainer.Inspection;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>A network, quantised in one way or not at all.</summary>
internal sealed record QuantizedFile(string Name, byte[] Model)
{
    public const string Fp32 = "fp32";
    public const string Ours = "ours";

    /// <summary>All that are compared, fp32 and ours first.</summary>
    public static IReadOnlyList<QuantizedFile> All(ReadOnlyMemory<byte> fp32, string network, IReadOnlyList<float[]> inputs) =>
    [
        new(Fp32, fp32.ToArray()),
        new(Ours, IntegerModel.Quantize(fp32, network, inputs, CalibrationMethod.Percentile)),
        new("ours, smallest to largest", IntegerModel.Quantize(fp32, network, inputs, CalibrationMethod.MinMax)),
        .. Convention.Documented.Select(
            convention => new QuantizedFile(convention.Name, ConventionModel.Write(convention, fp32, network, inputs))),
    ];

    /// <summary>Operators that compute in float on this machine, how many each.</summary>
    public IReadOnlyList<string> FloatOperators() =>
    [
        .. ExecutedGraph.Read(NetworkFile.Parse(Model, Name), Model)
            .Where(executed => executed.Numbers == ExecutedGraph.Float)
            .GroupBy(
                executed => executed.OpType,
                (operation, executed) => FormattableString.Invariant($"{executed.Sum(each => each.Count)} {operation}")),
    ];
}
