using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Models;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Families.Hybrid;

/// <summary>Writes trees and the network that they stand on as one bundle, after the trees' proof of parity.</summary>
internal static class HybridBundleExport
{
    private const string TreeFile = "model.trees";
    private const string NetworkFile = "embedding.onnx";
    private const double Tolerance = 1e-6;

    /// <param name="folder">Receives a folder for the bundle.</param>
    /// <param name="trained">Trees on embeddings.</param>
    /// <param name="network">Gives the embeddings.</param>
    /// <param name="data">Windows of the task.</param>
    /// <param name="training">Of the trees.</param>
    public static void Write(string folder, TrainedTrees trained, EmbeddingExtractor network, TaskData data, ManifestTraining training)
    {
        var compact = CompactTreeFile.Write(trained.Ensemble);
        var name = $"{data.Name}-{ModelFamily.Hybrid}";
        float[][] rows = [.. network.Rows(data.Train), .. network.Rows(data.Test)];
        var parity = TreeParity.Prove(
            name, trained, compact, TreeGraph.Write(trained.Ensemble),
            [
                .. rows,
                .. SplitRows.Of(trained.Ensemble, rows),
                .. EdgeRows.Of(trained.Ensemble, rows, TreeBundleExport.EdgeRowCount, training.Seed),
            ]);
        using var model = new ChainedModel(
            OnnxModel.Load(network.File, NetworkFile), new TreeModel(CompactTreeFile.Read(compact, TreeFile)));
        var report = TestMetrics.Evaluate(data, network.Preprocessor, model);
        var facts = new ModelFacts
        {
            Name = name,
            Family = ModelFamily.Hybrid,
            Format = network.Manifest.Format,
            Engine = ModelEngine.Hybrid,
            ModelFile = TreeFile,
            EmbeddingFile = NetworkFile,
            Preprocessing = network.Manifest.Preprocessing,
            Training = training,
            Compression = network.Manifest.Compression,
            Parity = new ManifestParity(
                parity.Rows, parity.LabelMismatches, parity.RawScoreDifference,
                "raw score on int8 embeddings, ML.NET to compact file and ONNX"),
            Metrics = TestMetrics.ForManifest(report, training),
        };
        var golden = GoldenWindows.Of(data.Train, network.Preprocessor, model, Tolerance);
        var draft = BundleDraft.New(data, facts, golden, (TreeFile, compact), (NetworkFile, network.File));
        ExportConsole.Write(draft.Manifest, draft.Write(folder), report);
    }
}
