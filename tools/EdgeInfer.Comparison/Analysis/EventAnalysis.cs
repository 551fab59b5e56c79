using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Evaluation.Answers;

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
        var report = EventEvaluation.Of(answers.Select(answer => answer.ToAnswer(manifest.Task.Labels)), input.GroupOfStream, shape);
        return new EventFigures(
            report.Events,
            report.Events - report.Missed,
            report.Missed,
            report.Recall,
            report.Delay is { } delay ? new(delay.First, delay.Median, delay.Third) : null,
            report.FalseAlarms is { } alarms
                ? new(
                    alarms.Count, alarms.Days * HoursPerDay, alarms.PerDay, alarms.Low, alarms.High, alarms.Groups, alarms.AlarmedShare,
                    alarms.NoInterval)
                : null,
            [.. report.Groups.Select(group => new GroupEvents(group.Group, group.Events, group.Detected, group.FalseAlarms))]);
    }
}
