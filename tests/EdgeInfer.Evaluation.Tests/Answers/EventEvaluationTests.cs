using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Evaluation.Answers;
using EdgeInfer.Evaluation.Events;
using EdgeInfer.Serving.Evaluation;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Evaluation.Tests.Answers;

public sealed class EventEvaluationTests
{
    private static readonly Dictionary<string, string> Groups = new() { ["first"] = "a", ["second"] = "b" };

    /// <summary>
    /// Two windows of three open and close an alarm. It stands from the fourth window of the first stream to the sixth, opens in
    /// a normal window before that stream ends, and anew in the second window of the second stream.
    /// </summary>
    private static WindowList[] Streams =>
    [
        new("first", "N0 N0 A2 A2 ?2 A2 N0 N0 A2 | A2 A0 N2 N2"),
        new("second", "A2 A2 N0 N0"),
    ];

    [Fact]
    public void EventsEndAtAGapAndWithTheirStreamButNotAtADroppedWindow()
    {
        var report = EventEvaluation.Of(Answers(), Groups, TinyTask.Shape);

        Assert.Equal((4, 2), (report.Events, report.Missed));
        Assert.Equal(
            [("a", 3, 1, 1, 6L, 3L), ("b", 1, 1, 0, 2L, 1L)],
            report.Groups.Select(group =>
                (group.Group, group.Events, group.Detected, group.FalseAlarms, group.NormalWindows, group.AlarmedNormalWindows)));
        Assert.Equal((1 / 3.0 + 1) / 2, report.Recall!.Value, 1e-12);
        Assert.Equal(new DelayQuartiles(2, 2, 2), report.Delay);
        Assert.Equal((1, 0.5), (report.FalseAlarms!.Count, report.FalseAlarms.AlarmedShare));
        Assert.Equal((0.75 + 1) / 2, report.RocAuc!.Value, 1e-12);
    }

    [Fact]
    public void TheOrderInWhichAnswersArriveChangesNoEvent()
    {
        var answers = Answers();

        var shuffled = EventEvaluation.Of([.. answers.OrderBy(answer => answer.StartNanoseconds % 7)], Groups, TinyTask.Shape);

        var straight = EventEvaluation.Of(answers, Groups, TinyTask.Shape);
        Assert.Equal(
            straight.Groups.Select(group => (group.Group, group.Events, group.Detected, group.FalseAlarms)),
            shuffled.Groups.Select(group => (group.Group, group.Events, group.Detected, group.FalseAlarms)));
    }

    [Fact]
    public void AWindowWithoutTruthIsNotJudged()
    {
        AnsweredWindow[] answers = [.. Answers().Take(2), Answers()[0] with { StartNanoseconds = -1, Truth = LabelIndex.Unlabelled }];

        Assert.Equal(2, EventEvaluation.Of(answers, Groups, TinyTask.Shape).Groups.Single().NormalWindows);
    }

    private static IReadOnlyList<AnsweredWindow> Answers()
    {
        using var lane = new ModelLane(
            "detector",
            "00",
            new(TinyTask.Name, TaskKind.Anomaly, AnomalyLabel.Names),
            new DecisionRule(Threshold: 1, K: 2, N: 3, Hysteresis: 0.1),
            TinyTask.Unchanged,
            new FirstValueModel(),
            TimeProvider.System);
        return WindowEvaluation.Run(TinyTask.Shape, [lane], Streams, TimeProvider.System, TestContext.Current.CancellationToken)[0];
    }
}
