using EdgeInfer.Core.Marks;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>A pipeline, and the lanes that answer in it and in no other.</summary>
internal sealed record RunningStream(StreamPipeline Pipeline, IReadOnlyList<ModelLane> Lanes)
{
    /// <summary>Of the sources.</summary>
    public FigureMarks Marks { get; init; }
}
