using System.Globalization;
using EdgeInfer.Evaluation.Events;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>What one detector did with the events of the test, in a line.</summary>
internal static class EventLine
{
    public static string Of(string name, EventReport report)
    {
        var delay = report.Delay is { } known ? Text($", median delay {known.Median:F1} s") : "";
        var alarms = report.FalseAlarms is { } counted
            ? Text($", {counted.Count} false alarms in {counted.Days * 24 * 60:F1} min: ")
                + PerDay(counted) + " a device-day"
            : "";
        return Text($"{name}: {report.Events - report.Missed} of {report.Events} events found{delay}{alarms}");
    }

    /// <summary>With its interval, or why there is none.</summary>
    public static string PerDay(FalseAlarmRate alarms) => alarms is { Low: { } low, High: { } high }
        ? Text($"{alarms.PerDay:F0} [{low:F0}, {high:F0}]")
        : Text($"{alarms.PerDay:F0} ({alarms.NoInterval})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
