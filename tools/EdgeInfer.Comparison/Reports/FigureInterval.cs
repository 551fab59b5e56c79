using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Comparison.Reports;

/// <param name="Low">Lower end of the 95 % interval over groups; null below two groups.</param>
/// <param name="High">Upper end.</param>
/// <param name="Groups">Groups that the figure is defined for.</param>
public sealed record FigureInterval(double? Low, double? High, int Groups)
{
    internal static FigureInterval Of(GroupEstimate estimate) => new(estimate.Low, estimate.High, estimate.Groups);
}
