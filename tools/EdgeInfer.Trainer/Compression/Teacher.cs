using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Models.Preprocessing;
using EdgeInfer.Trainer.Comparing;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Compression;

/// <summary>A bundle, a network or trees, whose probabilities a smaller network learns from.</summary>
internal sealed class Teacher(string place, TaskData data)
{
    /// <summary>Keeps the logarithm finite: trees may be certain.</summary>
    private const float LeastProbability = 1e-6f;

    /// <summary>The logarithm of each class's probability, which is a logit of it.</summary>
    /// <exception cref="Core.Errors.InvalidInputException">The bundle is unsound, or of another task.</exception>
    public IReadOnlyList<float[]> Logits(IReadOnlyList<float[]> windows)
    {
        var bundle = BundleReader.Open(place);
        BundleTask.Require(place, bundle.Manifest, data);
        var preprocessor = Preprocessors.Create(bundle.Manifest.Preprocessing, bundle.Manifest.Input.ToShape());
        using var model = BundleModel.Open(bundle, place);
        return [.. windows.Select(window => Logits(window, preprocessor, model))];
    }

    private static float[] Logits(float[] window, IPreprocessor preprocessor, IModel model)
    {
        var probabilities = new float[model.OutputLength];
        model.Predict(PreprocessedWindows.Of(window, preprocessor), probabilities);
        return Array.ConvertAll(probabilities, probability => MathF.Log(Math.Max(probability, LeastProbability)));
    }
}
