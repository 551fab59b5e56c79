namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>
/// A way to quantise by ONNX Runtime's guide, https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html: QDQ, ranges
/// from the smallest to the largest value seen, and every operator that its tool knows, answers included.
/// </summary>
/// <param name="Name">As the guide writes it: activations, then weights.</param>
/// <param name="SignedActivations">S8 in place of U8.</param>
/// <param name="PerChannel">A scale an output channel in place of one a tensor.</param>
/// <param name="LargestWeight">127 of eight bits, 64 with reduce_range.</param>
internal sealed record Convention(string Name, bool SignedActivations, bool PerChannel, int LargestWeight)
{
    private const int EightBits = 127;
    private const int SevenBits = 64;

    public static IReadOnlyList<Convention> Documented { get; } =
    [
        new("S8S8, the default", SignedActivations: true, PerChannel: false, EightBits),
        new("S8S8, per channel", SignedActivations: true, PerChannel: true, EightBits),
        new("U8S8", SignedActivations: false, PerChannel: false, EightBits),
        new("U8S8, reduce_range", SignedActivations: false, PerChannel: false, SevenBits),
        new("U8S8, per channel, reduce_range", SignedActivations: false, PerChannel: true, SevenBits),
    ];
}
