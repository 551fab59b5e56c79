using System.Xml.Linq;
using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Charts.Drawing;

namespace EdgeInfer.Comparison.Charts;

/// <summary>One row a model: mean of the verdict's endpoint and its interval over groups.</summary>
internal static class EndpointChart
{
    private const double Left = 130;
    private const double Right = Width - 110;
    private const double Top = 14;
    private const double RowHeight = 46;

    public static XElement Draw(ComparisonReport report)
    {
        var endpoint = Endpoint.Of(report);
        var bottom = Top + report.Models.Count * RowHeight;
        var scale = LinearScale.ForShares(
            report.Models.Select(endpoint.Figure).Select(figure => figure.Low ?? figure.Value).OfType<double>(), Left, Right);
        return Frame(
            endpoint.Id,
            $"{endpoint.Title} by model{MarkSuffix.Of(report)}",
            string.Join("; ", report.Models.Select(model => Describe(model, endpoint))),
            Width,
            bottom + 44,
            ShareAxis.Draw(scale, Top, bottom, $"{endpoint.Name}, mean over groups", endpoint.Tick),
            report.Models.Select((model, index) => Row(scale, model, index, endpoint)));
    }

    private static object[] Row(LinearScale scale, ModelSection model, int index, Endpoint endpoint)
    {
        var y = Top + (index + 0.5) * RowHeight;
        var (value, low, high) = endpoint.Figure(model);
        return
        [
            Label("end", Left - 14, y + 5, model.Title),
            low is { } from && high is { } to ? Whisker(scale, from, to, y, Series.Class(index)) : Array.Empty<XElement>(),
            value is { } mean ? Marker.At(index, scale.At(mean), y) : Array.Empty<XElement>(),
            Label("value", Right + 14, y + 5, endpoint.Text(value)),
        ];
    }

    private static XElement[] Whisker(LinearScale scale, double low, double high, double y, string series) =>
    [
        Line($"whisker {series}", scale.At(low), y, scale.At(high), y),
        Line($"whisker {series}", scale.At(low), y - 7, scale.At(low), y + 7),
        Line($"whisker {series}", scale.At(high), y - 7, scale.At(high), y + 7),
    ];

    private static string Describe(ModelSection model, Endpoint endpoint)
    {
        var (value, low, high) = endpoint.Figure(model);
        return $"{model.Title} {endpoint.Text(value)}, 95 % interval {endpoint.Interval(low, high)}";
    }
}
