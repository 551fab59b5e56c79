using EdgeInfer.Comparison.Endpoints;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using EdgeInfer.Measurement.Latency;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Console;

/// <summary>The pair of the verdict as rows of text for a terminal, with CPU time as a ratio: made of one machine's blocks.</summary>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">The two models, a cell a column.</param>
/// <param name="Notes">Lines below the table: the paired difference, events, problems.</param>
public sealed record PairTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Notes)
{
    private const string Absent = "–";

    /// <param name="report">Holds a pair of the verdict.</param>
    public static PairTable Of(ComparisonReport report)
    {
        var (pair, endpoint) = (report.Comparison!, Endpoint.Of(report));
        ModelSection[] models = [.. report.Models.Where(model => model.Name == pair.First || model.Name == pair.Second)];
        return new(
            ["bundle", endpoint.Name, "model bytes", "CPU time, ratio"],
            [.. models.Select(model => Row(model, endpoint))],
            [
                Difference(report, pair, endpoint),
                .. models.Where(model => model.Events is not null).Select(Events),
                .. Timing(models),
                .. UnansweredText.Of(report),
                report.Openings.Describe(),
                .. report.Problems,
            ]);
    }

    private static IEnumerable<string> Timing(ModelSection[] models) =>
        models.Select(model => model.CpuRatio).OfType<LatencyRatio>().Take(1).Select(ratio => Invariant(
            $"CPU time: closed loop, each model alone in {ratio.Blocks} blocks; spread is the 5th to the 95th percentile of blocks"));

    private static string[] Row(ModelSection model, Endpoint endpoint)
    {
        var (value, low, high) = endpoint.Figure(model);
        var interval = low is { } from && high is { } to ? Invariant($" [{from:F3}, {to:F3}]") : "";
        return
        [
            model.Name,
            value is { } mean ? Invariant($"{mean:F3}{interval}") : Absent,
            Invariant($"{model.Bytes}"),
            model.CpuRatio is { } ratio ? Invariant($"{ratio.Median:F2}, spread {ratio.BlocksP5:F2} to {ratio.BlocksP95:F2}") : Absent,
        ];
    }

    private static string Difference(ComparisonReport report, PairSection pair, Endpoint endpoint)
    {
        if (pair.Difference is not { } difference)
            return pair.Sentence;
        var interval = pair.Interval95 is { } known
            ? Invariant($" [{known.Low:+0.0000;-0.0000;0.0000}, {known.High:+0.0000;-0.0000;0.0000}]")
            : ", no interval from one group";
        var marks = string.Concat(report.Marks.Select(mark => $" ({mark})"));
        return Invariant($"{endpoint.Name} of {pair.First} minus {pair.Second}: {difference:+0.0000;-0.0000;0.0000}{interval}, ")
            + Invariant($"paired over {pair.Groups} test groups{marks}");
    }

    private static string Events(ModelSection model)
    {
        var events = model.Events!;
        var delay = events.DelayS is { } known ? Invariant($", median delay {known.Median:F1} s") : "";
        var alarms = events.FalseAlarms is { } counted
            ? Invariant($", {counted.Count} false alarms in {counted.WatchedHours * 60:F1} min: ")
                + Invariant($"{counted.PerDeviceDay:F0} a device-day")
                + (counted is { Low: { } low, High: { } high } ? Invariant($" [{low:F0}, {high:F0}]") : $" ({counted.NoInterval})")
            : "";
        return Invariant($"{model.Name}: {events.Found} of {events.Events} events found{delay}{alarms}");
    }
}
