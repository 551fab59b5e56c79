using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Families.Trees;

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
        float[][] rows = [.. FeatureTable.Extract(data.Train, extractor), .. FeatureTable.Extract(data.Test, extractor)];
        var parity = TreeParity.Prove(
            name, trained, compact, onnx,
            [.. rows, .. SplitRows.Of(trained.Ensemble, rows), .. EdgeRows.Of(trained.Ensemble, rows, EdgeRowCount, training.Seed)]);
        using var model = new TreeModel(CompactTreeFile.Read(compact, CompactFile));
        var report = data.Set.Dataset.Task == TaskKind.Classification
            ? TestMetrics.Evaluate(data, extractor, model)
            : null;
        var facts = new ModelFacts
        {
            Name = name,
            Family = ModelFamily.Of(family),
            Format = ModelFormat.Exact,
            Engine = ModelEngine.Tree,
            ModelFile = CompactFile,
            Preprocessing = features.Manifest,
            Training = training,
            Parity = new ManifestParity(
                parity.Rows, parity.LabelMismatches, parity.RawScoreDifference, "raw score, ML.NET to compact file and ONNX"),
            Metrics = report is null ? [] : TestMetrics.ForManifest(report, training),
        };
        var golden = GoldenWindows.Of(data.Train, extractor, model, Tolerance);
        var draft = BundleDraft.New(data, facts, golden, (CompactFile, compact), (OnnxFile, onnx));
        ExportConsole.Write(draft.Manifest, draft.Write(folder), report);
    }
}
