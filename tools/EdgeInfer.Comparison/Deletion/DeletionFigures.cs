using System.Text.Json.Serialization;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Measurement.Latency;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>How a model's explanations fared. Figures are means over groups, each group the mean of its windows.</summary>
/// <param name="Model">Name of the bundle.</param>
/// <param name="Score">Area between the curves, random minus explained: 0 is chance, -1 to 1.</param>
/// <param name="Low">Lower end of the score's 95 % t interval over groups; null below two groups.</param>
/// <param name="High">Upper end.</param>
/// <param name="Groups">Number of groups.</param>
/// <param name="Windows">Number of windows.</param>
/// <param name="ExplainedArea">Area under the curve in the order of the explanation, 0 to 1.</param>
/// <param name="RandomArea">Area under the curve in random orders, 0 to 1.</param>
/// <param name="ForwardPasses">Inferences an explanation.</param>
/// <param name="CostRatio">Median over windows of an explanation's time to that of one inference.</param>
/// <param name="CostRatioP10">Its 10th percentile over windows.</param>
/// <param name="CostRatioP90">Its 90th percentile over windows.</param>
public sealed record DeletionFigures(
    string Model,
    double Score,
    double? Low,
    double? High,
    int Groups,
    int Windows,
    double ExplainedArea,
    double RandomArea,
    int ForwardPasses,
    double CostRatio,
    [property: JsonPropertyName("cost_ratio_p10")] double CostRatioP10,
    [property: JsonPropertyName("cost_ratio_p90")] double CostRatioP90)
{
    /// <summary>What the figures must be read with.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Score of each group, in the order of the groups' names.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> GroupScores { get; private init; } = [];

    /// <param name="model">Name of the bundle.</param>
    /// <param name="forwardPasses">Inferences an explanation.</param>
    /// <param name="windows">At least one.</param>
    internal static DeletionFigures Of(string model, int forwardPasses, IReadOnlyList<WindowDeletion> windows)
    {
        var groups = windows.GroupBy(window => window.Group).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        double[] scores = [.. groups.Select(group => group.Average(window => window.Score))];
        double[] costs = [.. windows.Select(window => window.CostRatio).Order()];
        var interval = TInterval.Of(scores);
        return new(
            model, scores.Average(), interval?.Low, interval?.High, groups.Length, windows.Count,
            groups.Average(group => group.Average(window => window.ExplainedArea)),
            groups.Average(group => group.Average(window => window.RandomArea)),
            forwardPasses, NearestRank.Of(costs, 50), NearestRank.Of(costs, 10), NearestRank.Of(costs, 90))
        {
            GroupScores = scores,
        };
    }
}
