namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>One line of the benchmark of explanations.</summary>
/// <param name="Case">Trees x leaves.</param>
/// <param name="NsMedian">Median of our call, nanoseconds.</param>
/// <param name="LightgbmNs">The same of LightGBM's pred_contrib; null, as its ratios, where LightGBM is absent.</param>
/// <param name="Ratio">Median of LightGBM's time over ours in the same round.</param>
/// <param name="RatioLow">10th percentile of that.</param>
/// <param name="RatioHigh">90th percentile of that.</param>
/// <param name="RecursionRatio">Median of the time of the plain recursion in C# over ours in the same round.</param>
/// <param name="RecursionRatioLow">10th percentile of that.</param>
/// <param name="RecursionRatioHigh">90th percentile of that.</param>
/// <param name="LargestRelativeDifference">Of a value, to LightGBM's or the recursion's, by the largest value of its row.</param>
/// <param name="AllocatedBytes">By ours, a call.</param>
internal sealed record ShapRecord(
    string Case,
    double NsMedian,
    double? LightgbmNs,
    double? Ratio,
    double? RatioLow,
    double? RatioHigh,
    double RecursionRatio,
    double RecursionRatioLow,
    double RecursionRatioHigh,
    double LargestRelativeDifference,
    double AllocatedBytes);
