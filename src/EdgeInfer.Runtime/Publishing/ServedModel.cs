using EdgeInfer.Core.Marks;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>One model in every stream that it answers in.</summary>
/// <param name="Labels">Every label that it answers with.</param>
internal sealed record ServedModel(
    string Name,
    string Sha256,
    IReadOnlyList<string> Labels,
    FigureMarks Marks,
    IReadOnlyList<StreamPipeline> Pipelines,
    LaneStatistics Statistics)
{
    /// <summary>In the order in which the streams name them. To be asked while no stream runs.</summary>
    public static IReadOnlyList<ServedModel> Of(IReadOnlyList<RunningStream> streams) =>
    [
        .. streams.SelectMany(stream => stream.Lanes.Select(lane => (stream.Pipeline, Lane: lane, Marks: lane.Marks.With(stream.Marks))))
            .GroupBy(served => (served.Lane.Name, served.Lane.Sha256))
            .Select(model => new ServedModel(
                model.Key.Name,
                model.Key.Sha256,
                model.First().Lane.Labels,
                model.Aggregate(default(FigureMarks), (marks, served) => marks.With(served.Marks)),
                [.. model.Select(served => served.Pipeline)],
                LaneStatistics.Sum([.. model.Select(served => served.Lane.Statistics)]))),
    ];
}
