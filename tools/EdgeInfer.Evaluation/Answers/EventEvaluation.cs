using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Evaluation.Events;
using EdgeInfer.Serving.Evaluation;

namespace EdgeInfer.Evaluation.Answers;

/// <summary>
/// Events found and missed, how late, and false alarms, from a detector's answers. An event ends where the pipeline ends a
/// segment: at a gap, and with its stream. A window that was dropped because no label held half of it ends none. A window
/// without truth can't be judged and is left out.
/// </summary>
public static class EventEvaluation
{
    /// <param name="answers">One detector's, in any order; at least one with a truth.</param>
    /// <param name="groups">Group of each stream: the unit of analysis.</param>
    /// <param name="shape">Of the windows.</param>
    public static EventReport Of(
        IEnumerable<AnsweredWindow> answers, IReadOnlyDictionary<string, string> groups, WindowShape shape) =>
        EventReport.Of(Monitored(answers, groups), shape.Seconds, shape.Hop / shape.RateHz);

    private static MonitoredWindow[] Monitored(IEnumerable<AnsweredWindow> answers, IReadOnlyDictionary<string, string> groups) =>
    [
        .. answers.Where(answer => answer.Truth != LabelIndex.Unlabelled)
            .GroupBy(answer => (answer.Stream, answer.Segment))
            .SelectMany((segment, number) => segment.OrderBy(answer => answer.StartNanoseconds)
                .Select(answer => new MonitoredWindow(
                    groups[answer.Stream],
                    number,
                    answer.Truth == AnomalyLabel.Anomaly,
                    answer.Scores[0],
                    answer.Decision == AnomalyLabel.Anomaly))),
    ];
}
