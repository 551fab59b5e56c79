using EdgeInfer.Core.Errors;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Runtime.Bundles;

namespace EdgeInfer.Runtime.Explanations.Occlusion;

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
internal sealed record OcclusionExplanation(
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
    /// <exception cref="InvalidInputException">No channel means in the bundle, no classification, or no such window.</exception>
    public static OcclusionExplanation Of(Bundle bundle, string path, WindowChoice choice, int top)
    {
        var manifest = bundle.Manifest;
        var means = manifest.Preprocessing.Mean
            ?? throw new InvalidInputException(path, $"preprocessing {manifest.Preprocessing.Id} states no channel means to put in place of a segment");
        using var ready = ReadyBundle.Of(bundle, path, TimeProvider.System);
        var (window, truth) = choice.Find(bundle, ready);
        var segments = Occlusion.Segments.Of(manifest.Input);
        var explainer = new OcclusionExplainer(ready, segments, means);
        var attributions = new double[segments.Count];
        var (answer, logOdds) = explainer.Explain(window, attributions);
        return new(
            manifest.Name, choice.Id, manifest.Task.Labels[answer.Label], truth, answer.Score, logOdds, segments.Count, explainer.ForwardPasses,
            [
                .. segments.Zip(attributions, (segment, attribution) => new SegmentContribution(segment.Name, attribution))
                    .OrderByDescending(segment => Math.Abs(segment.Contribution)).Take(top),
            ]);
    }
}
