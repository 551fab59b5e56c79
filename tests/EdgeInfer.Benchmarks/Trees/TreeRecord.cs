using System.Text.Json.Serialization;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>One line of the benchmark of trees: ours against every peer.</summary>
/// <param name="Case">Trees x leaves, the bundle, or the window.</param>
/// <param name="Kernel">Of ours; the one chosen at load has a line of its own.</param>
/// <param name="Mode">single, or batch of 1,000 rows.</param>
/// <param name="BitEqual">Whether all raw scores compared had the bits that they should have.</param>
/// <param name="NsMedian">Median of our call, nanoseconds.</param>
/// <param name="Ratio">By peer: median of its time over ours in the same round.</param>
/// <param name="RatioP10">10th percentile of that.</param>
/// <param name="RatioP90">90th percentile of that.</param>
internal sealed record TreeRecord(
    string Case,
    string Kernel,
    string Mode,
    bool BitEqual,
    double NsMedian,
    IReadOnlyDictionary<string, double> Ratio,
    [property: JsonPropertyName("ratio_low")] IReadOnlyDictionary<string, double> RatioP10,
    [property: JsonPropertyName("ratio_high")] IReadOnlyDictionary<string, double> RatioP90)
{
    /// <summary>What low and high are, in the record itself: no interval.</summary>
    public string Spread => "10th to 90th percentile of rounds";

    /// <summary>By our call; a run in which it is not 0 fails.</summary>
    [JsonIgnore]
    public double AllocatedBytes { get; init; }
}
