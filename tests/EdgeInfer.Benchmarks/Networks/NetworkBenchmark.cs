using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Instructions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Tests.Support.Emulation;

namespace EdgeInfer.Benchmarks.Networks;

/// <summary>Measures a pair: time here, instructions on Arm.</summary>
internal static class NetworkBenchmark
{
    private const string Fp32 = "fp32";
    private const string Int8 = "int8";
    private const string Default = "int8, default session";

    public static NetworkLatency Latency(NetworkPair pair, InterleavedOptions options)
    {
        var inputs = pair.Inputs();
        using var fp32 = OnnxModel.Load(pair.Fp32.ModelBytes, pair.Fp32.Manifest.Name);
        using var int8 = OnnxModel.Load(pair.Int8.ModelBytes, pair.Name);
        using var saturating = new SaturatingNetwork(pair.Int8.ModelBytes.ToArray());
        if (int8.InputLength != fp32.InputLength || int8.OutputLength != fp32.OutputLength)
            throw new InvalidInputException(
                pair.Name,
                $"{int8.InputLength} inputs and {int8.OutputLength} outputs, "
                + $"{pair.Fp32.Manifest.Name} has {fp32.InputLength} and {fp32.OutputLength}");

        var output = new float[int8.OutputLength];
        var result = Interleaved.Measure(
            [
                new(Fp32, row => fp32.Predict(inputs[row], output)),
                new(Int8, row => int8.Predict(inputs[row], output)),
                new(Default, row => saturating.Predict(inputs[row], output)),
            ],
            inputs.Length,
            options);
        var (toFp32, toDefault) = (result.Ratio(Fp32, Int8), result.Ratio(Default, Int8));
        return new(
            result[Fp32].MedianNanoseconds / 1e3, result[Int8].MedianNanoseconds / 1e3,
            toFp32.Median, toFp32.P10, toFp32.P90,
            toDefault.Median, toDefault.P10, toDefault.P90,
            inputs.Max(input => Difference(int8, saturating, input)),
            result[Int8].AllocatedBytes);
    }

    public static IEnumerable<NetworkInstructions> Instructions(NetworkPair pair, ArmEmulation arm)
    {
        var rows = arm.Write("rows", pair.InputBytes());
        var (fp32, int8) = (arm.Write("fp32.onnx", pair.Fp32.ModelBytes.Span), arm.Write("int8.onnx", pair.Int8.ModelBytes.Span));
        foreach (var processor in GuestProcessor.All)
            yield return new(processor.Name, arm.ACall(processor, "onnx", fp32, rows), arm.ACall(processor, "onnx", int8, rows));
    }

    private static float Difference(OnnxModel exact, SaturatingNetwork saturating, float[] input)
    {
        var (ours, theirs) = (new float[exact.OutputLength], new float[exact.OutputLength]);
        exact.Predict(input, ours);
        saturating.Predict(input, theirs);
        return ours.Zip(theirs, (our, their) => MathF.Abs(our - their)).Max();
    }
}
