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
                + Text($"{counted.PerDay:F0} [{counted.Low:F0}, {counted.High:F0}] a device-day")
            : "";
        return Text($"{name}: {report.Events - report.Missed} of {report.Events} events found{delay}{alarms}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
