using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Html;

/// <summary>The distribution of latency.</summary>
internal static class LatencySection
{
    private static readonly string[] Columns =
        ["Model", "Windows", "Smallest", "p10", "p50", "p90", "p99, 95 % interval", "Largest", "Features p50", "Decoding p50"];

    public static XElement Of(ComparisonReport report) => ChartFigure.Section(
        report,
        "Latency on this host",
        LatencyChart.Draw(report),
        "Share of windows answered within a time, counted from the moment the last sample was due, decoding and features included. "
        + $"{Load(report)} Further left is faster. "
        + $"This host is not your device: latency and energy there are not measured yet.{MarkSuffix.Of(report)}",
        Table.Behind($"Latency by model, features included{MarkSuffix.Of(report)}", Columns, report.Models.Select(Row)));

    /// <summary>Every model was asked in the same way.</summary>
    private static string Load(ComparisonReport report) => report.Models[0].LatencyUs.Load == ObservationSource.HostPipeline.Load
        ? "Closed loop: a window became due when the one before was answered, so none waited, and a stall made one window late."
        : "Open loop: windows became due on the sensor's schedule, so a stall made every window late that became due in it.";

    private static object[] Row(ModelSection model)
    {
        var quantiles = model.LatencyUs.Quantiles;
        return
        [
            model.Name,
            Invariant($"{model.LatencyUs.Samples}"),
            Figures.Microseconds(quantiles[0]),
            Figures.Microseconds(quantiles[10]),
            Figures.Microseconds(model.LatencyUs.P50),
            Figures.Microseconds(quantiles[90]),
            Figures.P99(model.LatencyUs),
            Figures.Microseconds(quantiles[100]),
            Figures.Microseconds(model.FeaturesUs.P50),
            Figures.Microseconds(model.DecodeUs?.P50),
        ];
    }
}
