using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Evaluation;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Evaluation;

public sealed class WindowEvaluationTests
{
    [Fact]
    public void EveryModelAnswersEveryStreamAndKeepsItsScores()
    {
        using var first = TinyTask.Lane("first", TimeProvider.System);
        using var second = TinyTask.Lane("second", TimeProvider.System);

        var answers = WindowEvaluation.Run(
            TinyTask.Shape,
            [first, second],
            [new WindowList("one", "N0 A1 | A1"), new WindowList("two", "N1")],
            TimeProvider.System,
            TestContext.Current.CancellationToken);

        Assert.Equal(
            [("one", 0, 0L), ("one", 0, 1_000_000_000), ("one", 1, 62_000_000_000), ("two", 2, 0)],
            answers[0].Select(answer => (answer.Stream, answer.Segment, answer.StartNanoseconds)));
        Assert.Equal([(0, 0), (1, 1), (1, 1), (0, 1)], answers[0].Select(answer => (answer.Truth, answer.Label)));
        Assert.Equal(answers[0].Select(answer => answer.Scores), answers[1].Select(answer => answer.Scores));
        Assert.All(answers[0], answer => Assert.Equal(TinyTask.Sure, answer.Scores[answer.Label], 1e-6f));
    }

    [Fact]
    public void TheDecisionIsThatOfTheDevice()
    {
        using var lane = TinyTask.Lane("slow", TimeProvider.System, new DecisionRule(0.5, K: 2, N: 2, Hysteresis: 0));

        var answers = WindowEvaluation.Run(
            TinyTask.Shape,
            [lane],
            [new WindowList("one", "A1 A1 | A1 A1")],
            TimeProvider.System,
            TestContext.Current.CancellationToken);

        Assert.Equal([LabelIndex.Unlabelled, 1, LabelIndex.Unlabelled, 1], answers[0].Select(answer => answer.Decision));
    }
}
