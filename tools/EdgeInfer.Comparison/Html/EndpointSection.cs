using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;

namespace EdgeInfer.Comparison.Html;

/// <summary>The endpoint of the verdict with its intervals.</summary>
internal static class EndpointSection
{
    private static readonly string[] Columns = ["Model", "Mean over groups", "95 % interval"];
    private static readonly string[] OfAccuracy = ["All windows pooled", "Calibration error"];

    public static XElement Of(ComparisonReport report)
    {
        var endpoint = Endpoint.Of(report);
        var noun = report.AccuracySource.GroupNoun;
        return ChartFigure.Section(
            report,
            $"{endpoint.Title}, and how sure it is",
            EndpointChart.Draw(report),
            $"Mark: mean over {noun}s. Bar: 95 % interval for {noun}s that were not seen. Intervals that overlap do not mean equal models: "
            + $"the verdict compares them {noun} by {noun}.{MarkSuffix.Of(report)}",
            Table.Behind(
                $"{endpoint.Title} by model{MarkSuffix.Of(report)}",
                endpoint == Endpoint.Accuracy ? [.. Columns, .. OfAccuracy] : Columns,
                report.Models.Select(model => Row(model, endpoint))));
    }

    private static object[] Row(ModelSection model, Endpoint endpoint)
    {
        var (value, low, high) = endpoint.Figure(model);
        object[] row = [model.Name, endpoint.Text(value), endpoint.Interval(low, high)];
        return endpoint == Endpoint.Accuracy
            ? [.. row, Figures.Percent(model.PooledAccuracy), Figures.Percent(model.CalibrationError)]
            : row;
    }
}
