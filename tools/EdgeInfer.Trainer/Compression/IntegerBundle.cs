using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Networks;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Drafts the bundle of a network in int8 beside that in fp32: whoever trained or compressed it, by the same proofs.</summary>
/// <param name="data">Windows of the task.</param>
/// <param name="preprocessor">Of both bundles.</param>
/// <param name="inputs">That the network was calibrated on.</param>
internal sealed class IntegerBundle(TaskData data, IPreprocessor preprocessor, CompressionInputs inputs)
{
    private const double GoldenTolerance = 1e-5;

    /// <summary>Every window of the task as a network sees it.</summary>
    public IReadOnlyList<float[]> Windows { get; } =
        [.. data.Train.Values.Concat(data.Test.Values).Select(window => PreprocessedWindows.Of(window, preprocessor))];

    /// <param name="fp32">Manifest of the network's bundle in fp32.</param>
    /// <param name="stage">The network in int8.</param>
    /// <param name="model">The same, loaded.</param>
    /// <param name="report">Of it on the test windows.</param>
    /// <param name="training">Behind it.</param>
    /// <exception cref="Core.Errors.InvalidInputException">A device would refuse it, or it misses its own golden outputs.</exception>
    public BundleDraft Draft(
        Manifest fp32, CompressionStage stage, OnnxModel model, ClassificationReport report, ManifestTraining training)
    {
        var family = fp32.Family.With(stage.Traits);
        var facts = ModelFacts.Of(fp32) with
        {
            Name = $"{fp32.Task.Name}-{family}-{stage.Format}",
            Family = family,
            Format = stage.Format,
            Compression = inputs.ForManifest(stage),
            Parity = NetworkParity.Compare(stage.Name, stage.FloatModel, stage.Model, Windows),
            Metrics = TestMetrics.ForManifest(report, training),
            Training = training,
        };
        var golden = GoldenWindows.Of(data.Train, preprocessor, model, GoldenTolerance);
        return BundleDraft.From(fp32, facts, golden, stage.Model);
    }
}
