using System.Xml.Linq;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Verdicts;
using static EdgeInfer.Comparison.Charts.Drawing;

namespace EdgeInfer.Comparison.Charts;

/// <summary>One row a group, one mark a model.</summary>
internal static class GroupChart
{
    private const double Left = 130;
    private const double Right = Width - 40;
    private const double Top = 10;
    private const double RowHeight = 38;

    // Equal accuracies would hide each other on one line.
    private const double Apart = 8;

    // A longer name would run into the row's marks; the table has it in full.
    private const int LongestName = 16;

    public static XElement Draw(ComparisonReport report)
    {
        var groups = report.Models[0].PerGroup.Select(group => group.Group).ToArray();
        var scale = LinearScale.ForShares(
            report.Models.SelectMany(model => model.PerGroup).Select(group => group.Accuracy), Left, Right);
        var bottom = Top + groups.Length * RowHeight;
        return Frame(
            "groups",
            $"Accuracy by {report.AccuracySource.GroupNoun} and model{Notes.Suffix(report)}",
            string.Join("; ", report.Models.Select(Describe)),
            Width,
            bottom + 44,
            ShareAxis.Draw(scale, Top, bottom, $"accuracy of one {report.AccuracySource.GroupNoun}"),
            groups.Select((group, row) => Row(report, scale, group, Top + (row + 0.5) * RowHeight)));
    }

    private static object[] Row(ComparisonReport report, LinearScale scale, string group, double y)
    {
        var values = report.Models.Select(model => GroupsSection.AccuracyOf(model, group)).ToArray();
        var seen = values.OfType<double>().ToArray();
        return
        [
            Label("end", Left - 14, y + 5, group.Length <= LongestName ? group : $"{group[..(LongestName - 1)]}…"),
            Line("span", scale.At(seen.Min()), y, scale.At(seen.Max()), y),
            values.Select((value, index) => value is { } known ? Marker.At(index, scale.At(known), y + (index - (values.Length - 1) / 2.0) * Apart) : null),
        ];
    }

    private static string Describe(ModelSection model) =>
        $"{ModelTitle.Of(model)} from {Figures.Percent(model.PerGroup.Min(group => group.Accuracy))} to {Figures.Percent(model.PerGroup.Max(group => group.Accuracy))}";
}
