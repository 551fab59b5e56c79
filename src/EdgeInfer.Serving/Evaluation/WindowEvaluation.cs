using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Evaluation;

/// <summary>Lets models answer the windows of some streams through the pipeline that runs on the device.</summary>
public static class WindowEvaluation
{
    /// <param name="shape">Of the windows that every lane takes.</param>
    /// <param name="lanes">Models that answer the same windows.</param>
    /// <param name="sources">Each is a stream of its own; one is read to its end before the next.</param>
    /// <param name="time">Gives the monotonic timestamps.</param>
    /// <param name="stop">Ends the run early; what was answered until then is returned.</param>
    /// <returns>Answers of each lane, in the order in which the windows were answered.</returns>
    public static IReadOnlyList<IReadOnlyList<AnsweredWindow>> Run(
        WindowShape shape, IReadOnlyList<ModelLane> lanes, IEnumerable<ISource> sources, TimeProvider time, CancellationToken stop)
    {
        var answers = new AnswerRecord(lanes);
        var pipeline = new StreamPipeline(shape, lanes, answers, time);
        foreach (var source in sources)
            pipeline.Run(source, stop);
        return answers.ByLane;
    }
}
