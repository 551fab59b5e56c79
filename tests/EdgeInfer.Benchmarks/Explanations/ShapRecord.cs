namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>One line of the benchmark of explanations.</summary>
/// <param name="Case">Trees x leaves.</param>
/// <param name="NsMedian">Median of our call, nanoseconds.</param>
/// <param name="LightgbmNs">The same of LightGBM's pred_contrib; null, as its ratios, where LightGBM is absent.</param>
/// <param name="Ratio">Median of LightGBM's time over ours in the same round.</param>
/// <param name="RatioP10">10th percentile of that.</param>
/// <param name="RatioP90">90th percentile of that.</param>
/// <param name="RecursionRatio">Median of the time of the plain recursion in C# over ours in the same round.</param>
/// <param name="RecursionRatioP10">10th percentile of that.</param>
/// <param name="RecursionRatioP90">90th percentile of that.</param>
/// <param name="LargestRelativeDifference">Of a value, to LightGBM's or the recursion's, by the largest value of its row.</param>
/// <param name="AllocatedBytes">By ours, a call.</param>
internal sealed record ShapRecord(
    string Case,
    double NsMedian,
    double? LightgbmNs,
    double? Ratio,
    double? RatioP10,
    double? RatioP90,
    double RecursionRatio,
    double RecursionRatioP10,
    double RecursionRatioP90,
    double LargestRelativeDifference,
    double AllocatedBytes);
