using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Explanations.Occlusion;

/// <summary>
/// Attributes an answer to segments of the raw window: what the answered label's log-odds lose when a segment is replaced
/// by its channels' means (occlusion: Zeiler and Fergus, ECCV 2014). Needs forward passes only, so any engine will do.
/// Allocates nothing a window; one thread at a time.
/// </summary>
public sealed class OcclusionExplainer
{
    private readonly ModelLane _lane;
    private readonly IReadOnlyList<Segment> _segments;
    private readonly IReadOnlyList<float> _means;
    private readonly float[] _occluded;

    /// <param name="ready">The model.</param>
    /// <param name="segments">Of the model's windows.</param>
    /// <param name="means">What a channel is on average over training windows, one a channel in its unit.</param>
    /// <exception cref="InvalidInputException">The task is no classification.</exception>
    public OcclusionExplainer(ReadyBundle ready, IReadOnlyList<Segment> segments, IReadOnlyList<float> means)
    {
        if (ready.Manifest.Task.Kind != TaskKind.Classification)
            throw new InvalidInputException(
                ready.Path, $"tasks of kind {ready.Manifest.Task.Kind} are not explained yet, only classification");
        (_lane, _segments, _means) = (ready.Lane, segments, means);
        _occluded = new float[ready.Manifest.Input.ToShape().ValueCount];
    }

    /// <summary>Inferences a window.</summary>
    public int ForwardPasses => _segments.Count + 1;

    /// <summary>Answers the window and writes what each segment adds to the log-odds of the answered label.</summary>
    /// <param name="window">Channel-major values.</param>
    /// <param name="attributions">Receives one a segment.</param>
    /// <exception cref="InvalidInputException">The window, or the model's answer to it, is not finite.</exception>
    public (Answer Answer, double LogOdds) Explain(ReadOnlySpan<float> window, Span<double> attributions)
    {
        var answer = _lane.Run(window);
        var whole = LogOdds.Of(_lane.Scores, answer.Label);
        window.CopyTo(_occluded);
        for (var i = 0; i < _segments.Count; i++)
        {
            _segments[i].Remove(_occluded, _means);
            _lane.Run(_occluded);
            attributions[i] = whole - LogOdds.Of(_lane.Scores, answer.Label);
            _segments[i].Restore(_occluded, window);
        }

        return (answer, whole);
    }
}
