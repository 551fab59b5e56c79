using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Charts.Drawing;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Charts;

/// <summary>Cumulative distribution of latency on a logarithmic axis, with p50, and p99 over its interval, marked.</summary>
internal static class LatencyChart
{
    private const double Left = 70;
    private const double Right = Width - 30;
    private const double Top = 14;
    private const double Bottom = 270;
    private static readonly int[] Shares = [0, 25, 50, 75, 99];

    public static XElement Draw(ComparisonReport report)
    {
        var all = report.Models.SelectMany(model => model.LatencyUs.Quantiles).ToArray();
        var scale = LogScale.For(all.Min(), all.Max(), Left, Right);
        return Frame(
            "latency",
            $"Distribution of latency by model, on this host{MarkSuffix.Of(report)}",
            string.Join("; ", report.Models.Select(Describe)),
            Width,
            Bottom + 44,
            Axes(scale),
            report.Models.Select((model, index) => Curve(scale, model, index)),
            report.Models.Select((model, index) => Marks(scale, model, index)));
    }

    private static IEnumerable<XElement> Axes(LogScale scale)
    {
        foreach (var tick in scale.Ticks())
        {
            yield return Line("grid", scale.At(tick), Top, scale.At(tick), Bottom);
            yield return Label("tick", scale.At(tick), Bottom + 18, Tick(tick));
        }
        foreach (var share in Shares)
        {
            yield return Line("grid", Left, Y(share), Right, Y(share));
            yield return Label("end small", Left - 8, Y(share) + 4, Invariant($"{share} %"));
        }
        yield return Label("tick", (Left + Right) / 2, Bottom + 37, "latency, features included (logarithmic)");
    }

    private static XElement Curve(LogScale scale, ModelSection model, int index) => Polyline(
        $"curve {Series.Class(index)}",
        model.LatencyUs.Quantiles.Select((latency, percent) => (scale.At(latency), Y(percent))));

    private static IEnumerable<XElement> Marks(LogScale scale, ModelSection model, int index)
    {
        yield return Marker.At(index, scale.At(model.LatencyUs.P50), Y(50));
        if (model.LatencyUs is not { P99: { } tail, P99Low: { } low })
            yield break;
        var (from, to) = (Math.Max(low, model.LatencyUs.Quantiles[0]), model.LatencyUs.P99High);
        yield return Line($"whisker {Series.Class(index)}", scale.At(from), Y(99), to is { } high ? scale.At(high) : Right, Y(99));
        yield return Marker.At(index, scale.At(tail), Y(99));
    }

    private static double Y(double percent) => Bottom - percent / 100 * (Bottom - Top);

    private static string Tick(double microseconds) =>
        microseconds < 1000 ? Invariant($"{microseconds:0.###} µs") : Invariant($"{microseconds / 1000:0.###} ms");

    private static string Describe(ModelSection model) =>
        $"{model.Title} p50 {Figures.Microseconds(model.LatencyUs.P50)}, p99 {Figures.P99(model.LatencyUs)}";
}
