using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Measurement.Events;
using EdgeInfer.Models.Manifests;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>Events found and missed, how late, and false alarms, from a detector's answers.</summary>
internal static class EventAnalysis
{
    private const double HoursPerDay = 24;

    /// <returns>Null for a task that knows no events.</returns>
    public static EventFigures? Of(ComparisonInput input, Manifest manifest, IReadOnlyList<Observation> answers)
    {
        if (manifest.Task.Kind != TaskKind.Anomaly)
            return null;
        var shape = manifest.Input.ToShape();
        var report = EventReport.Of(
            [.. answers.OrderBy(answer => answer.Stream, StringComparer.Ordinal).ThenBy(answer => answer.StartMs).Select(answer => Monitored(answer, input))],
            shape.Seconds,
            shape.Hop / shape.RateHz);
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

    private static MonitoredWindow Monitored(Observation answer, ComparisonInput input) => new(
        input.GroupOfStream[answer.Stream],
        answer.Stream,
        answer.Truth == AnomalyLabel.Names[AnomalyLabel.Anomaly],
        answer.Scores[0],
        answer.Decision == AnomalyLabel.Names[AnomalyLabel.Anomaly]);
}
