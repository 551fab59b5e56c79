namespace EdgeInfer.Benchmarks.Networks;

/// <summary>One int8 network against the fp32 network that it was made from.</summary>
/// <param name="Name">Bundle in int8.</param>
/// <param name="Against">Bundle in fp32.</param>
/// <param name="Fp32">Its size.</param>
/// <param name="Int8">Its size.</param>
/// <param name="Latency">On this machine.</param>
/// <param name="Instructions">On Arm, a processor each; none where they cannot be counted.</param>
internal sealed record NetworkRecord(
    string Name,
    string Against,
    NetworkSize Fp32,
    NetworkSize Int8,
    NetworkLatency Latency,
    IReadOnlyList<NetworkInstructions> Instructions);
