using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Evaluation.Answers;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>What an exported model makes of the test recordings, through the device's own pipeline.</summary>
internal static class TestMetrics
{
    public static ClassificationReport Evaluate(TaskData data, IPreprocessor preprocessor, IModel model) =>
        ClassificationReport.Of(Predictions(data, preprocessor, model), data.Set.LabelNames);

    /// <summary>What the model answers to every window, in their order.</summary>
    public static IReadOnlyList<Prediction> Predictions(TaskData data, IPreprocessor preprocessor, IModel model)
    {
        var lane = TestSide.Lane(data, preprocessor, model, DecisionRule.PerWindow);
        return ClassificationEvaluation.Predictions(TestSide.Answer(data, [lane])[0], TestSide.Groups(data));
    }

    /// <param name="report">Of the exported model.</param>
    /// <param name="training">What trained it, which every figure's source remarks on.</param>
    public static IReadOnlyList<ManifestMetric> ForManifest(ClassificationReport report, ManifestTraining training)
    {
        var source = FigureSource.Of(training);
        List<ManifestMetric> metrics =
        [
            Metric("accuracy", report.Accuracy),
            Metric("macro_precision", report.MacroPrecision),
            Metric("macro_recall", report.MacroRecall),
            Metric("macro_f1", report.MacroF1),
        ];
        if (report.RocAuc is { } area)
            metrics.Add(Metric("roc_auc", area));
        // Windows of a group are not independent: no interval is made of them.
        metrics.Add(Metric("pooled_accuracy", report.Accuracy with { Value = report.PooledAccuracy, Low = null, High = null }));
        return metrics;

        ManifestMetric Metric(string name, GroupEstimate estimate) =>
            new(name, estimate.Value, estimate.Low, estimate.High, estimate.Groups, estimate.Windows, source);
    }
}
