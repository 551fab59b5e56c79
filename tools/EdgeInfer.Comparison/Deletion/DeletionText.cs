using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>The report of a deletion test for people.</summary>
public static class DeletionText
{
    public static string Of(DeletionReport report)
    {
        var text = new StringBuilder();
        Line(
            Invariant($"deletion of {report.SegmentCount} segments in the order of the explanation, against {report.RandomOrders} random ")
            + Invariant($"orders a window (seed {report.Seed}); {report.Task}, test side of split '{report.Split}'{Suffix(report.Marks)}"));
        if (report.NonFiniteWindows > 0)
            Line(Invariant($"{report.NonFiniteWindows} windows hold NaN or an infinity and are left out"));
        foreach (var model in report.Models)
        {
            Line(
                Invariant($"{model.Model}: score {model.Score:+0.000;-0.000;0.000}{Interval(model.Low, model.High)} over {model.Groups} ")
                + Invariant($"groups, {model.Windows} windows; areas {model.ExplainedArea:0.000} explained, ")
                + Invariant($"{model.RandomArea:0.000} random{Suffix(model.Marks)}"));
            Line(
                Invariant($"{model.Model}: an explanation takes {model.ForwardPasses} inferences, ")
                + Invariant($"{model.CostRatio:0.0} times one inference ({model.CostRatioP10:0.0} to {model.CostRatioP90:0.0})"));
        }

        foreach (var difference in report.Differences)
            Line(
                Invariant($"{difference.First} - {difference.Second}: ")
                + Invariant($"{difference.Mean:+0.000;-0.000;0.000}{Interval(difference.Low, difference.High)}{Suffix(report.Marks)}"));
        Line(report.Openings.Describe());
        return text.ToString().TrimEnd();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Suffix(IReadOnlyList<string> marks) => string.Concat(marks.Select(mark => $" ({mark})"));

    private static string Interval(double? low, double? high) => low is { } from && high is { } to
        ? string.Create(CultureInfo.InvariantCulture, $" [{from:+0.000;-0.000;0.000}, {to:+0.000;-0.000;0.000}]")
        : "";
}
