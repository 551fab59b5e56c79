using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Evaluation.Classification;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>Answers as classification figures take them. Those of a detector are the state of its alarm, and its score.</summary>
internal static class Predictions
{
    public static Prediction[] Of(ComparisonInput input, Manifest manifest, IEnumerable<Observation> answers)
    {
        string[] labels = [.. manifest.Task.Labels];
        var isDetector = manifest.Task.Kind == TaskKind.Anomaly;
        return [.. answers.Select(answer => new Prediction(
            input.GroupOfStream[answer.Stream],
            Array.IndexOf(labels, answer.Truth),
            Array.IndexOf(labels, isDetector ? answer.Decision : answer.Label),
            isDetector ? [-answer.Scores[0], answer.Scores[0]] : [.. answer.Scores]))];
    }
}
