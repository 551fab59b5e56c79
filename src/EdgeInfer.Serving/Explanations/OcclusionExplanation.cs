using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Explanations.Occlusion;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Serving.Explanations;

/// <summary>Why a model answers a window as it does, by segments of the raw window. They do not add up to the answer.</summary>
/// <param name="Model">Name of the bundle.</param>
/// <param name="Window">As the user named it.</param>
/// <param name="Label">Answered: the label of highest probability.</param>
/// <param name="Truth">True label, where the data has one.</param>
/// <param name="Score">Probability of <paramref name="Label"/>.</param>
/// <param name="LogOdds">The same as ln(p / (1 - p)).</param>
/// <param name="SegmentCount">Segments of a window.</param>
/// <param name="ForwardPasses">Inferences that the explanation took.</param>
/// <param name="Segments">Those of largest contribution, either way, first.</param>
public sealed record OcclusionExplanation(
    string Model,
    string Window,
    string Label,
    string? Truth,
    float Score,
    double LogOdds,
    int SegmentCount,
    int ForwardPasses,
    IReadOnlyList<SegmentContribution> Segments)
{
    /// <summary>What the figures must be read with; null where they are what they seem.</summary>
    public IReadOnlyList<string>? Marks { get; init; }

    /// <exception cref="InvalidInputException">No channel means in the bundle, or no classification.</exception>
    public static OcclusionExplanation Explain(ReadyBundle ready, ExplainedWindow window, int top)
    {
        var manifest = ready.Manifest;
        var means = manifest.Preprocessing.Mean
            ?? throw new InvalidInputException(
                ready.Path, $"preprocessing {manifest.Preprocessing.Id} states no channel means to put in place of a segment");
        var segments = Occlusion.Segments.Of(manifest.Input);
        var explainer = new OcclusionExplainer(ready, segments, means);
        var attributions = new double[segments.Count];
        var (answer, logOdds) = explainer.Explain(window.Values, attributions);
        return new(
            manifest.Name, window.Id, manifest.Task.Labels[answer.Label], window.Truth,
            answer.Score, logOdds, segments.Count, explainer.ForwardPasses,
            [
                .. segments.Zip(attributions, (segment, attribution) => new SegmentContribution(segment.Name, attribution))
                    .OrderByDescending(segment => Math.Abs(segment.Contribution)).Take(top),
            ])
        {
            Marks = window.MarksWith(ready.Lane),
        };
    }
}
