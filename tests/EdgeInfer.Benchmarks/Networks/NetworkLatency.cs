namespace EdgeInfer.Benchmarks.Networks;

/// <summary>CPU time of one inference, preprocessing excluded.</summary>
/// <param name="Fp32Us">Median, microseconds.</param>
/// <param name="Int8Us">Median, microseconds.</param>
/// <param name="Int8OverFp32">Median of both times in the same round.</param>
/// <param name="Int8OverFp32P10">10th percentile of that.</param>
/// <param name="Int8OverFp32P90">90th percentile of that.</param>
/// <param name="ExactOverDefault">Median of our int8 session's time over that of ONNX Runtime's default, in the same round.</param>
/// <param name="ExactOverDefaultP10">10th percentile of that.</param>
/// <param name="ExactOverDefaultP90">90th percentile of that.</param>
/// <param name="DefaultDiffersBy">Largest difference that the default makes to an output.</param>
/// <param name="AllocatedBytes">By an int8 inference.</param>
internal sealed record NetworkLatency(
    double Fp32Us,
    double Int8Us,
    double Int8OverFp32,
    double Int8OverFp32P10,
    double Int8OverFp32P90,
    double ExactOverDefault,
    double ExactOverDefaultP10,
    double ExactOverDefaultP90,
    double DefaultDiffersBy,
    double AllocatedBytes);
