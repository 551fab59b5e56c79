using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Features;
using EdgeInfer.Measurement.Events;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Models.Manifests;
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

    public static TrainedAnomaly Write(
        string folder, string family, AnomalyDetector detector, AlarmThreshold threshold, DecisionRule rule, AnomalyData data, ManifestTraining training)
    {
        var name = $"{data.Task.Name}-{family}";
        using var model = OnnxModel.Load(detector.Onnx, ModelFile);
        float[][] rows = [.. FeatureTable.Of(data.Task.Train, data.Extractor), .. FeatureTable.Of(data.Task.Test, data.Extractor)];
        var parity = AnomalyParity.Prove(name, detector, model, rows, rule.Threshold);
        var report = AnomalyEvaluation.Run(data, model, rule);
        var manifest = ManifestDraft.Of(data.Task, training) with
        {
            Name = name,
            Family = family,
            Format = "fp32",
            Engine = "onnx",
            ModelFile = ModelFile,
            Preprocessing = new ManifestPreprocessing(FeatureExtractor.Id, data.Extractor.Names, data.Task.Set.Dataset.Envelope),
            Decision = rule,
            Parity = parity,
            Metrics = AnomalyEvaluation.ForManifest(report),
        };
        var golden = GoldenWindows.Of(data.Task.Train, data.Extractor, model, tolerance: 0);
        var largest = golden.Cases.Max(one => one.Output[0]);
        BundleWriter.Write(
            Path.Combine(folder, name),
            manifest,
            new Dictionary<string, byte[]> { [ModelFile] = detector.Onnx },
            golden with { Tolerance = Math.Clamp(RelativeTolerance * largest, 1e-6, 1) });
        return new TrainedAnomaly(manifest, threshold, report);
    }
}
