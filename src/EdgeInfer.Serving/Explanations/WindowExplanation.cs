using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Explanations;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Serving.Explanations;

/// <summary>Why a bundle of trees answers a window as it does: SHAP values of the answered label's raw score.</summary>
/// <param name="Model">Name of the bundle.</param>
/// <param name="Window">As the user named it.</param>
/// <param name="Label">Answered: the label of highest probability.</param>
/// <param name="Truth">True label, where the data has one.</param>
/// <param name="Score">Probability of <paramref name="Label"/>.</param>
/// <param name="RawScore">
/// The model's raw score of <paramref name="Label"/>; two labels may share one score, whose negative is then the first's.
/// </param>
/// <param name="ExpectedValue">Mean raw score of the training rows, as the trees counted them.</param>
/// <param name="Sum">Expected value and all contributions; the raw score but for its rounding to float.</param>
/// <param name="FeatureCount">Features that the model takes.</param>
/// <param name="Features">Those of largest contribution, either way, first.</param>
/// <param name="OtherFeatures">Sum of the contributions that are not in <paramref name="Features"/>.</param>
public sealed record WindowExplanation(
    string Model,
    string Window,
    string Label,
    string? Truth,
    float Score,
    double RawScore,
    double ExpectedValue,
    double Sum,
    int FeatureCount,
    IReadOnlyList<FeatureContribution> Features,
    double OtherFeatures)
{
    /// <summary>What the figures must be read with; null where they are what they seem.</summary>
    public IReadOnlyList<string>? Marks { get; init; }

    /// <param name="bundle">Of engine tree.</param>
    /// <param name="ready">The same bundle, at work.</param>
    /// <param name="window">Of the bundle's kind.</param>
    /// <param name="top">Features to name.</param>
    /// <exception cref="InvalidInputException">No rows counted in the trees, or no classification.</exception>
    public static WindowExplanation Explain(Bundle bundle, ReadyBundle ready, ExplainedWindow window, int top)
    {
        var (manifest, path) = (bundle.Manifest, ready.Path);
        if (manifest.Task.Kind != TaskKind.Classification)
            throw new InvalidInputException(path, $"tasks of kind {manifest.Task.Kind} are not explained yet, only classification");
        var file = $"{path}/{manifest.ModelFile}";
        var ensemble = CompactTreeFile.Read(bundle.ModelBytes.Span, file);
        var explainer = new TreeExplainer(ensemble, file);

        var answer = ready.Lane.Run(window.Values);
        var features = new float[explainer.FeatureCount];
        Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape()).Apply(window.Values, features);
        var raw = new float[explainer.OutputCount];
        using (var model = new TreeModel(ensemble))
            model.Score(features, raw);
        var contributions = new double[explainer.ContributionCount];
        explainer.Explain(features, contributions);

        // A single output speaks for the second of two labels.
        var (output, sign) = explainer.OutputCount == 1 ? (0, answer.Label == 0 ? -1 : 1) : (answer.Label, 1);
        double[] own = [.. contributions.AsSpan(output * (features.Length + 1), features.Length + 1)];
        foreach (ref var contribution in own.AsSpan())
            contribution *= sign;
        var names = FeatureNaming.Of(manifest);
        int[] order = [.. Enumerable.Range(0, features.Length).OrderByDescending(feature => Math.Abs(own[feature]))];
        return new(
            manifest.Name, window.Id, manifest.Task.Labels[answer.Label], window.Truth,
            answer.Score, sign * raw[output], own[^1], own.Sum(), features.Length,
            [.. order.Take(top).Select(feature => new FeatureContribution(
                names[feature], features[feature], own[feature]))],
            order.Skip(top).Sum(feature => own[feature]))
        {
            Marks = window.MarksWith(ready.Lane),
        };
    }
}
