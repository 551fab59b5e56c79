using System.Globalization;
using System.Text;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>The report of a deletion test for people.</summary>
public static class DeletionText
{
    public static string Of(DeletionReport report)
    {
        var text = new StringBuilder();
        var simulated = report.Simulated ? " (simulated)" : "";
        Line($"deletion of {report.SegmentCount} segments in the order of the explanation, against {report.RandomOrders} random orders a window (seed {report.Seed}); {report.Task}{simulated}, test side of split '{report.Split}'");
        foreach (var model in report.Models)
        {
            Line($"{model.Model}: score {model.Score:+0.000;-0.000;0.000}{Interval(model.Low, model.High)} over {model.Groups} groups, {model.Windows} windows; areas {model.ExplainedArea:0.000} explained, {model.RandomArea:0.000} random");
            Line($"{model.Model}: an explanation takes {model.ForwardPasses} inferences, {model.CostRatio:0.0} times one inference ({model.CostRatioP10:0.0} to {model.CostRatioP90:0.0})");
        }

        foreach (var difference in report.Differences)
            Line($"{difference.First} - {difference.Second}: {difference.Mean:+0.000;-0.000;0.000}{Interval(difference.Low, difference.High)}");
        return text.ToString().TrimEnd();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Interval(double? low, double? high) => low is { } from && high is { } to
        ? string.Create(CultureInfo.InvariantCulture, $" [{from:+0.000;-0.000;0.000}, {to:+0.000;-0.000;0.000}]")
        : "";
}
