using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>Writes a detector as a bundle, after the proof of parity.</summary>
internal static class AnomalyBundleExport
{
    private const string ModelFile = "model.onnx";

    /// <summary>Of the largest golden score: engines sum in different orders.</summary>
    private const double RelativeTolerance = 1e-4;

    public static TrainedAnomaly Write(string folder, string family, LearntDetector learnt, AnomalyData data, ManifestTraining training)
    {
        var name = $"{data.Task.Name}-{family}";
        var rule = AlarmRule.At(learnt.Threshold.Value);
        using var model = OnnxModel.Load(learnt.Detector.Onnx, ModelFile);
        var parity = AnomalyParity.Prove(name, learnt.Detector, model, data.FeatureRows(), rule.Threshold);
        var report = AnomalyEvaluation.Run(data.Task, data.Extractor, model, rule);
        var facts = new ModelFacts
        {
            Name = name,
            Family = ModelFamily.Of(family),
            Format = ModelFormat.Fp32,
            Engine = ModelEngine.Onnx,
            ModelFile = ModelFile,
            Preprocessing = TaskFeatures.Of(data.Task.Set).Manifest,
            Decision = rule,
            Training = training,
            Parity = parity,
            Metrics = AnomalyEvaluation.ForManifest(report, training),
        };
        var golden = Golden(model, data, RelativeTolerance);
        var draft = BundleDraft.New(data.Task, facts, golden, (ModelFile, learnt.Detector.Onnx));
        draft.Write(folder);
        return new TrainedAnomaly(draft.Manifest, learnt.Threshold, report);
    }

    /// <param name="model">Of the bundle.</param>
    /// <param name="data">Gives the windows.</param>
    /// <param name="relativeTolerance">Of the largest score.</param>
    public static GoldenSet Golden(OnnxModel model, AnomalyData data, double relativeTolerance)
    {
        var golden = GoldenWindows.Of(data.Task.Train, data.Extractor, model, tolerance: 0);
        var largest = golden.Cases.Max(one => one.Output[0]);
        return golden with { Tolerance = Math.Clamp(relativeTolerance * largest, 1e-6, 1) };
    }
}
