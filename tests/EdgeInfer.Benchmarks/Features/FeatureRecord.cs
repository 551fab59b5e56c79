namespace EdgeInfer.Benchmarks.Features;

/// <summary>One line of the feature benchmark.</summary>
/// <param name="Case">What both computed.</param>
/// <param name="OursNs">Median of a call, nanoseconds.</param>
/// <param name="MathnetNs">The same of MathNet.Numerics.</param>
/// <param name="Ratio">Median of MathNet's time over ours in the same round.</param>
/// <param name="RatioP10">10th percentile of that.</param>
/// <param name="RatioP90">90th percentile of that.</param>
/// <param name="LargestRelativeDifference">Of two values more than 1e-6 apart; 0 where none are.</param>
/// <param name="AllocatedBytes">By ours, a call.</param>
internal sealed record FeatureRecord(
    string Case,
    double OursNs,
    double MathnetNs,
    double Ratio,
    double RatioP10,
    double RatioP90,
    double LargestRelativeDifference,
    double AllocatedBytes);
