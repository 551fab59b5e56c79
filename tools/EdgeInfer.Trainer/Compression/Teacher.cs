using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Trainer.Compression;

/// <summary>A bundle, a network or trees, whose probabilities a smaller network learns from.</summary>
internal sealed class Teacher
{
    /// <summary>Keeps the logarithm finite: trees may be certain.</summary>
    private const float LeastProbability = 1e-6f;

    private readonly string _place;
    private readonly Bundle _bundle;

    /// <exception cref="Core.Errors.InvalidInputException">The bundle is unsound, of another task, or has learnt a test group.</exception>
    public Teacher(string place, TaskData data)
    {
        (_place, _bundle) = (place, BundleReader.Open(place));
        BundleTask.Require(place, _bundle.Manifest, data);
    }

    public Manifest Manifest => _bundle.Manifest;

    /// <summary>The logarithm of each class's probability, which is a logit of it.</summary>
    public IReadOnlyList<float[]> Logits(IReadOnlyList<float[]> windows)
    {
        using var ready = ReadyBundle.Of(_bundle, _place, TimeProvider.System);
        return [.. windows.Select(window => Logits(window, ready.Lane))];
    }

    private float[] Logits(float[] window, ModelLane lane)
    {
        if (!lane.TryScore(window))
            throw new InvalidInputException(_place, "teaches nothing: its answer to a training window is not finite");
        return Array.ConvertAll(lane.Scores.ToArray(), probability => MathF.Log(Math.Max(probability, LeastProbability)));
    }
}
