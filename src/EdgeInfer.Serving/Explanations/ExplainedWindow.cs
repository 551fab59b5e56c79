using EdgeInfer.Core.Marks;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Explanations;

/// <summary>The window whose answer is explained.</summary>
/// <param name="Id">As the user named it.</param>
/// <param name="Values">Channel-major values, in the channels' units.</param>
/// <param name="Truth">True label, where the data has one.</param>
public sealed record ExplainedWindow(string Id, float[] Values, string? Truth)
{
    /// <summary>What figures on the window's data must be read with.</summary>
    public FigureMarks Marks { get; init; }

    /// <summary>Null where neither window nor model has any.</summary>
    internal IReadOnlyList<string>? MarksWith(ModelLane lane) =>
        Marks.With(lane.Marks) is { IsEmpty: false } marks ? marks.Phrases : null;
}
