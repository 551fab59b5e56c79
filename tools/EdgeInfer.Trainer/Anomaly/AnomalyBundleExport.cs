using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;

namespace EdgeInfer.Trainer.Anomaly;

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
        var manifest = ManifestDraft.Of(data.Task, training) with
        {
            Name = name,
            Family = ModelFamily.Of(family),
            Format = ModelFormat.Fp32,
            Engine = ModelEngine.Onnx,
            ModelFile = ModelFile,
            Preprocessing = TaskFeatures.Of(data.Task.Set).Manifest,
            Decision = rule,
            Parity = parity,
            Metrics = AnomalyEvaluation.ForManifest(report),
        };
        Write(folder, manifest, learnt.Detector.Onnx, model, data, RelativeTolerance);
        return new TrainedAnomaly(manifest, learnt.Threshold, report);
    }

    /// <param name="folder">Receives a folder named as the manifest is.</param>
    /// <param name="manifest">Complete but for its files.</param>
    /// <param name="onnx">The model's bytes.</param>
    /// <param name="model">The same, loaded.</param>
    /// <param name="data">Gives the golden windows.</param>
    /// <param name="relativeTolerance">Of the largest golden score.</param>
    public static void Write(string folder, Manifest manifest, byte[] onnx, OnnxModel model, AnomalyData data, double relativeTolerance)
    {
        var golden = GoldenWindows.Of(data.Task.Train, data.Extractor, model, tolerance: 0);
        var largest = golden.Cases.Max(one => one.Output[0]);
        ProvenBundle.Prove(
            manifest,
            new Dictionary<string, byte[]> { [manifest.ModelFile] = onnx },
            golden with { Tolerance = Math.Clamp(relativeTolerance * largest, 1e-6, 1) }).Write(Path.Combine(folder, manifest.Name));
    }
}
