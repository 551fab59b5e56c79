using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Reports;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Html;

/// <summary>Accuracy of every group.</summary>
internal static class GroupsSection
{
    public static XElement Of(ComparisonReport report) => ChartFigure.Section(
        report,
        $"Every {report.AccuracySource.GroupNoun} by itself",
        GroupChart.Draw(report),
        $"One row a {report.AccuracySource.GroupNoun}: this spread is what the interval is made of.{Notes.Suffix(report)}",
        Table.Behind(
            $"Accuracy by {report.AccuracySource.GroupNoun}{Notes.Suffix(report)}",
            [report.AccuracySource.GroupNoun, "Windows", .. report.Models.Select(model => model.Name)],
            report.Models[0].PerGroup.Select(group => Row(report, group))));

    private static object[] Row(ComparisonReport report, GroupSection group) =>
    [
        group.Group,
        Invariant($"{group.Windows}"),
        .. report.Models.Select(model => Figures.Percent(AccuracyOf(model, group.Group))),
    ];

    internal static double? AccuracyOf(ModelSection model, string group) =>
        model.PerGroup.FirstOrDefault(seen => string.Equals(seen.Group, group, StringComparison.Ordinal))?.Accuracy;
}
