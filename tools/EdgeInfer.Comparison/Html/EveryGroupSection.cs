using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Html;

/// <summary>The endpoint of every group.</summary>
internal static class EveryGroupSection
{
    public static XElement Of(ComparisonReport report) => ChartFigure.Section(
        report,
        $"Every {report.AccuracySource.GroupNoun} by itself",
        GroupChart.Draw(report),
        $"One row a {report.AccuracySource.GroupNoun}: this spread is what the interval is made of.{MarkSuffix.Of(report)}",
        Table.Behind(
            $"{Endpoint.Of(report).Title} by {report.AccuracySource.GroupNoun}{MarkSuffix.Of(report)}",
            [report.AccuracySource.GroupNoun, "Windows", .. report.Models.Select(model => model.Name)],
            report.Models[0].PerGroup.Select(group => Row(report, group))));

    private static object[] Row(ComparisonReport report, GroupSection group) =>
    [
        group.Group,
        Invariant($"{group.Windows}"),
        .. report.Models.Select(model => Endpoint.Of(report).Text(Endpoint.Of(report).Figure(model, group.Group))),
    ];
}
