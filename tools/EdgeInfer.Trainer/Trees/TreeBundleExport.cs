using EdgeInfer.Core.Tasks;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Trees;

/// <summary>Writes trained trees as a bundle, after the proof of parity.</summary>
internal static class TreeBundleExport
{
    private const string CompactFile = "model.trees";
    private const string OnnxFile = "model.onnx";
    private const double Tolerance = 1e-6;

    /// <summary>With windows and split rows beside them, never fewer than 16,000 rows prove a model.</summary>
    internal const int EdgeRowCount = 16_000;

    public static void Write(
        string folder, string family, TrainedTrees trained, TaskFeatures features, TaskData data, ManifestTraining training)
    {
        var extractor = features.Extractor;
        var compact = CompactTreeFile.Write(trained.Ensemble);
        var onnx = TreeGraph.Write(trained.Ensemble);
        var name = $"{data.Name}-{family}";
        float[][] rows = [.. FeatureTable.Of(data.Train, extractor), .. FeatureTable.Of(data.Test, extractor)];
        var parity = TreeParity.Prove(
            name, trained, compact, onnx,
            [.. rows, .. SplitRows.Of(trained.Ensemble, rows), .. EdgeRows.Of(trained.Ensemble, rows, EdgeRowCount, training.Seed)]);
        using var model = new TreeModel(CompactTreeFile.Read(compact, CompactFile));
        var report = data.Set.Dataset.Task == TaskKind.Classification
            ? TestMetrics.Evaluate(data, extractor, model)
            : null;
        var manifest = ManifestDraft.Of(data, training) with
        {
            Name = name,
            Family = ModelFamily.Of(family),
            Format = ModelFormat.Exact,
            Engine = ModelEngine.Tree,
            ModelFile = CompactFile,
            Preprocessing = features.Manifest,
            Parity = new ManifestParity(
                parity.Rows, parity.LabelMismatches, parity.RawScoreDifference, "raw score, ML.NET to compact file and ONNX"),
            Metrics = report is null ? [] : TestMetrics.ForManifest(report, training),
        };
        ProvenBundle.Prove(
            manifest,
            new Dictionary<string, byte[]> { [CompactFile] = compact, [OnnxFile] = onnx },
            GoldenWindows.Of(data.Train, extractor, model, Tolerance)).Write(folder);
        ExportConsole.Write(manifest, folder, report);
    }
}
