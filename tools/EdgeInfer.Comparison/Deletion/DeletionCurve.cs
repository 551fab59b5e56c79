using EdgeInfer.Serving.Explanations.Occlusion;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>The probability of a label while segments of the window are removed one after another.</summary>
internal sealed class DeletionCurve(ModelLane lane, IReadOnlyList<Segment> segments, IReadOnlyList<float> means, int windowLength)
{
    private readonly float[] _left = new float[windowLength];

    /// <summary>Area under the curve over the share of segments removed, 0 to 1, by trapezoids; 0 to 1.</summary>
    /// <param name="window">Channel-major values.</param>
    /// <param name="label">Index of the label that the whole window is answered by.</param>
    /// <param name="score">Its probability there.</param>
    /// <param name="order">Every segment once.</param>
    public double AreaUnder(ReadOnlySpan<float> window, int label, double score, IReadOnlyList<int> order)
    {
        window.CopyTo(_left);
        var (area, before) = (0.0, score);
        foreach (var segment in order)
        {
            segments[segment].Remove(_left, means);
            lane.Run(_left);
            var after = (double)lane.Scores[label];
            area += (before + after) / 2;
            before = after;
        }

        return area / order.Count;
    }
}
