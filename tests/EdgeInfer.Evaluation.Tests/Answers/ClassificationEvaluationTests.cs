using EdgeInfer.Core.Windows;
using EdgeInfer.Evaluation.Answers;
using EdgeInfer.Serving.Evaluation;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Evaluation.Tests.Answers;

public sealed class ClassificationEvaluationTests
{
    private static readonly Dictionary<string, string> Groups = new() { ["one"] = "a", ["two"] = "a", ["three"] = "b" };

    [Fact]
    public void AccuracyIsTheMeanOverGroupsAndAGroupMayHaveSeveralStreams()
    {
        var report = ClassificationEvaluation.Of(
            [Answer("one", 0, 0), Answer("two", 1, 0), Answer("two", 1, 1), Answer("two", 0, 1), Answer("three", 1, 1)],
            Groups,
            TinyTask.Labels);

        Assert.Equal([("a", 4L, 0.5), ("b", 1L, 1.0)], report.PerGroup.Select(group => (group.Group, group.Windows, group.Accuracy)));
        Assert.Equal(0.75, report.Accuracy.Value);
    }

    [Fact]
    public void AWindowWithoutTruthIsNotJudged()
    {
        var report = ClassificationEvaluation.Of(
            [Answer("one", 0, 0), Answer("one", LabelIndex.Unlabelled, 1)], Groups, TinyTask.Labels);

        Assert.Equal(1, report.PerGroup.Single().Windows);
    }

    private static AnsweredWindow Answer(string stream, int truth, int label) =>
        new(stream, 0, 0, truth, label, label, label == 0 ? [0.9f, 0.1f] : [0.2f, 0.8f], 1, 1, null);
}
