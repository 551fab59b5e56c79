using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.Html;

/// <summary>Accuracy with its intervals.</summary>
internal static class AccuracySection
{
    private static readonly string[] Columns = ["Model", "Mean over groups", "95 % interval", "All windows pooled", "Calibration error"];

    public static XElement Of(ComparisonReport report) => ChartFigure.Section(
        report,
        "Accuracy, and how sure it is",
        AccuracyChart.Draw(report),
        $"Mark: mean over {report.AccuracySource.GroupNoun}s. Bar: 95 % interval for {report.AccuracySource.GroupNoun}s that were not seen. Intervals that overlap do not mean equal models: the verdict compares them {report.AccuracySource.GroupNoun} by {report.AccuracySource.GroupNoun}.{Notes.Suffix(report)}",
        Table.Behind($"Accuracy by model{Notes.Suffix(report)}", Columns, report.Models.Select(Row)));

    private static object[] Row(ModelSection model) =>
    [
        model.Name,
        Figures.Percent(model.Accuracy.Value),
        Figures.Interval(model.Accuracy.Low, model.Accuracy.High),
        Figures.Percent(model.PooledAccuracy),
        Figures.Percent(model.CalibrationError),
    ];
}
