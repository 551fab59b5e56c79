using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>A way to quantise a network, in one kind of session.</summary>
/// <param name="Network">Bundle in fp32.</param>
/// <param name="Quantized">fp32, ours, or a convention.</param>
/// <param name="Exact">With <c>session.x64quantprecision</c>, as our sessions are.</param>
/// <param name="Accuracy">Mean over test groups.</param>
/// <param name="MinusFp32">Paired over test groups; null for fp32.</param>
/// <param name="OtherLabels">Test windows to which it gives another label than fp32.</param>
/// <param name="Windows">Test windows.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="FloatOperators">Those of the graph, as ONNX Runtime optimises it here in an exact session, that compute in float.</param>
/// <param name="OverOurs">CPU time over that of our int8 in our session, in the same round.</param>
internal sealed record ConventionRecord(
    string Network,
    string Quantized,
    bool Exact,
    GroupEstimate Accuracy,
    PairedDifference? MinusFp32,
    int OtherLabels,
    int Windows,
    int Bytes,
    IReadOnlyList<string> FloatOperators,
    Spread OverOurs);
