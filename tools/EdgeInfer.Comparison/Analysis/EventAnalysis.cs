using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Measurement.Events;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>Events found and missed, how late, and false alarms, from a detector's answers.</summary>
internal static class EventAnalysis
{
    private const double HoursPerDay = 24;
    private const double MillisecondsPerSecond = 1000;

    /// <summary>Of two starts, each in whole milliseconds.</summary>
    private const double RoundingMs = 1;

    /// <returns>Null for a task that knows no events.</returns>
    public static EventFigures? Of(ComparisonInput input, Manifest manifest, IReadOnlyList<Observation> answers)
    {
        if (manifest.Task.Kind != TaskKind.Anomaly)
            return null;
        var shape = manifest.Input.ToShape();
        var hopSeconds = shape.Hop / shape.RateHz;
        var report = EventReport.Of(
            Monitored(
                [.. answers.OrderBy(answer => answer.Stream, StringComparer.Ordinal).ThenBy(answer => answer.StartMs)],
                input,
                hopSeconds * MillisecondsPerSecond),
            shape.Seconds,
            hopSeconds);
        return new EventFigures(
            report.Events,
            report.Events - report.Missed,
            report.Missed,
            report.Recall,
            report.Delay is { } delay ? new(delay.First, delay.Median, delay.Third) : null,
            report.FalseAlarms is { } alarms
                ? new(alarms.Count, alarms.Days * HoursPerDay, alarms.PerDay, alarms.Low, alarms.High, alarms.Groups, alarms.AlarmedShare)
                : null,
            [.. report.Groups.Select(group => new GroupEvents(group.Group, group.Events, group.Detected, group.FalseAlarms))]);
    }

    /// <summary>
    /// A recording's gap, a window of mixed truth and a message that never came end a segment alike: what lies between is not judged.
    /// </summary>
    private static MonitoredWindow[] Monitored(IReadOnlyList<Observation> answers, ComparisonInput input, double hopMs)
    {
        var windows = new MonitoredWindow[answers.Count];
        var segment = 0;
        for (var i = 0; i < windows.Length; i++)
        {
            var answer = answers[i];
            if (i > 0 && (answer.Stream != answers[i - 1].Stream || Math.Abs(answer.StartMs - answers[i - 1].StartMs - hopMs) > RoundingMs))
                segment++;
            windows[i] = new(
                input.GroupOfStream[answer.Stream],
                segment,
                answer.Truth == AnomalyLabel.Names[AnomalyLabel.Anomaly],
                answer.Scores[0],
                answer.Decision == AnomalyLabel.Names[AnomalyLabel.Anomaly]);
        }

        return windows;
    }
}
