using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Evaluation;

/// <summary>Keeps every answer, lane by lane.</summary>
internal sealed class AnswerRecord(IReadOnlyList<ModelLane> lanes) : IAnswerSink
{
    private readonly Dictionary<ModelLane, List<AnsweredWindow>> _answers =
        lanes.ToDictionary(lane => lane, _ => new List<AnsweredWindow>());

    /// <summary>In the order of the lanes, then of the windows.</summary>
    public IReadOnlyList<IReadOnlyList<AnsweredWindow>> ByLane => [.. lanes.Select(lane => _answers[lane])];

    public void Accept(string stream, in WindowHeader window, ModelLane lane, in Answer answer) => _answers[lane].Add(new AnsweredWindow(
        stream,
        window.Segment,
        window.StartNanoseconds,
        window.Label,
        answer.Label,
        answer.Decision,
        lane.Scores.ToArray(),
        answer.LatencyUs,
        answer.FeaturesUs,
        answer.CpuUs)
    {
        DecodeUs = window.DecodeUs,
    });
}
