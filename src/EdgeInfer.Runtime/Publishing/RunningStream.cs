using EdgeInfer.Core.Marks;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>A pipeline, and the lanes that answer in it and in no other.</summary>
internal sealed record RunningStream(StreamPipeline Pipeline, IReadOnlyList<ModelLane> Lanes)
{
    /// <summary>Of the sources.</summary>
    public FigureMarks Marks { get; init; }

    /// <summary>Of the sources and of every lane.</summary>
    public FigureMarks FigureMarks => Lanes.Aggregate(Marks, (marks, lane) => marks.With(lane.Marks));
}
