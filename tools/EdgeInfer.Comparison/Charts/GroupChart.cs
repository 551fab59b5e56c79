using System.Xml.Linq;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Charts.Drawing;

namespace EdgeInfer.Comparison.Charts;

/// <summary>One row a group, one mark a model.</summary>
internal static class GroupChart
{
    private const double Left = 130;
    private const double Right = Width - 40;
    private const double Top = 10;
    private const double RowHeight = 38;

    // Equal figures would hide each other on one line.
    private const double Apart = 8;

    // A longer name would run into the row's marks; the table has it in full.
    private const int LongestName = 16;

    public static XElement Draw(ComparisonReport report)
    {
        var endpoint = Endpoint.Of(report);
        var groups = report.Models[0].PerGroup.Select(group => group.Group).ToArray();
        var scale = LinearScale.ForShares(report.Models.SelectMany(model => Shown(model, endpoint)), Left, Right);
        var bottom = Top + groups.Length * RowHeight;
        return Frame(
            "groups",
            $"{endpoint.Title} by {report.AccuracySource.GroupNoun} and model{MarkSuffix.Of(report)}",
            string.Join("; ", report.Models.Select(model => Describe(model, endpoint))),
            Width,
            bottom + 44,
            ShareAxis.Draw(scale, Top, bottom, $"{endpoint.Name} of one {report.AccuracySource.GroupNoun}", endpoint.Tick),
            groups.Select((group, row) => Row(report, scale, endpoint, group, Top + (row + 0.5) * RowHeight)));
    }

    private static object?[] Row(ComparisonReport report, LinearScale scale, Endpoint endpoint, string group, double y)
    {
        var values = report.Models.Select(model => endpoint.Figure(model, group)).ToArray();
        var seen = values.OfType<double>().ToArray();
        return
        [
            Label("end", Left - 14, y + 5, group.Length <= LongestName ? group : $"{group[..(LongestName - 1)]}…"),
            seen.Length == 0 ? null : Line("span", scale.At(seen.Min()), y, scale.At(seen.Max()), y),
            values.Select((value, index) =>
                value is { } known ? Marker.At(index, scale.At(known), y + (index - (values.Length - 1) / 2.0) * Apart) : null),
        ];
    }

    private static IEnumerable<double> Shown(ModelSection model, Endpoint endpoint) =>
        model.PerGroup.Select(endpoint.Figure).OfType<double>();

    private static string Describe(ModelSection model, Endpoint endpoint)
    {
        double[] shown = [.. Shown(model, endpoint)];
        return shown.Length == 0
            ? $"{model.Title} without {endpoint.Name}"
            : $"{model.Title} from {endpoint.Text(shown.Min())} to {endpoint.Text(shown.Max())}";
    }
}
