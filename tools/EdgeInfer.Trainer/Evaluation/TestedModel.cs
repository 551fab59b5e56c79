using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Evaluation.Answers;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Evaluation.Events;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>A bundle's model on the test windows, by the figure that its task is judged by.</summary>
/// <param name="Accuracy">Mean over test groups; null for anomaly tasks.</param>
/// <param name="Events">Null for other tasks.</param>
/// <param name="PerGroup">The figure of each group that shows it: accuracy, or for anomaly tasks ROC-AUC.</param>
internal sealed record TestedModel(GroupEstimate? Accuracy, EventReport? Events, IReadOnlyList<TestedGroup> PerGroup)
{
    /// <summary>Of what <see cref="PerGroup"/> holds.</summary>
    public string FigureName => Accuracy is null ? "ROC-AUC" : "accuracy";

    /// <exception cref="InvalidInputException">An anomaly task of which no test group holds normal and anomalous windows.</exception>
    public static TestedModel Evaluate(TaskData data, ModelLane lane)
    {
        var (answers, groups) = (TestSide.Answer(data, [lane])[0], TestSide.Groups(data));
        return data.Set.Dataset.Task == TaskKind.Anomaly
            ? Of(data, EventEvaluation.Of(answers, groups, data.Set.TestShape))
            : Of(ClassificationEvaluation.Of(answers, groups, data.Set.LabelNames));
    }

    public static TestedModel Of(ClassificationReport report) =>
        new(
            report.Accuracy,
            Events: null,
            [.. report.PerGroup.Select(group => new TestedGroup(group.Group, group.Accuracy, group.Windows))]);

    public static TestedModel Of(TaskData data, EventReport report) => report.RocAuc is null
        ? throw new InvalidInputException(
            data.Set.Directory, "no test group holds normal and anomalous windows, so nothing tells detectors apart")
        : new(
            Accuracy: null,
            report,
            [.. report.Groups.Where(group => group.RocAuc is not null)
                .Select(group => new TestedGroup(group.Group, group.RocAuc!.Value, group.Windows))]);

    /// <summary>This model minus the other, which answered the same windows.</summary>
    public PairedDifference Minus(TestedModel other) => PairedDifference.Of(
        [.. PerGroup.Select(group => group.Figure)],
        [.. other.PerGroup.Select(group => group.Figure)],
        [.. PerGroup.Select(group => group.Windows)]);
}
