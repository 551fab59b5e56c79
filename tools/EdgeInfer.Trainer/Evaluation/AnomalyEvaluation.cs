using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Evaluation.Answers;
using EdgeInfer.Evaluation.Events;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>What an exported detector and its decision make of the test recordings, through the device's own pipeline.</summary>
internal static class AnomalyEvaluation
{
    public static EventReport Run(TaskData data, IPreprocessor features, IModel model, DecisionRule rule)
    {
        var lane = TestSide.Lane(data, features, model, rule);
        return EventEvaluation.Of(TestSide.Answer(data, [lane])[0], TestSide.Groups(data), data.Set.TestShape);
    }

    public static IReadOnlyList<ManifestMetric> ForManifest(EventReport report, ManifestTraining training)
    {
        var source = FigureSource.Of(training);
        var groups = report.Groups.Count;
        var windows = report.Groups.Sum(group => group.NormalWindows);
        List<ManifestMetric> metrics = [];
        if (report.Recall is { } recall)
            metrics.Add(Metric("event_recall", recall));
        metrics.Add(Plain("events", report.Events));
        metrics.Add(Plain("missed_events", report.Missed));
        if (report.Delay is { } delay)
        {
            metrics.Add(Plain("detection_delay_median_s", delay.Median));
            metrics.Add(Plain("detection_delay_first_quartile_s", delay.First));
            metrics.Add(Plain("detection_delay_third_quartile_s", delay.Third));
        }

        if (report.FalseAlarms is { } alarms)
        {
            metrics.Add(new("false_alarms_per_device_day", alarms.PerDay, alarms.Low, alarms.High, alarms.Groups, windows, source));
            metrics.Add(Plain("alarmed_share_of_normal_time", alarms.AlarmedShare));
        }

        if (report.RocAuc is { } area)
            metrics.Add(Metric("roc_auc", area));
        return metrics;

        ManifestMetric Plain(string name, double value) => new(name, value, null, null, groups, windows, source);

        ManifestMetric Metric(string name, GroupEstimate estimate) =>
            new(name, estimate.Value, estimate.Low, estimate.High, estimate.Groups, estimate.Windows, source);
    }
}
