using EdgeInfer.Core.Tasks;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Import.Files;
using EdgeInfer.Trainer.Import.Proof;
using EdgeInfer.Trainer.Trees;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Import;

/// <summary>Writes imported trees as a bundle, after the proof on the original file.</summary>
internal static class TreeImport
{
    private const string TreeFile = "model.trees";
    private const string OriginalFile = "original.onnx";
    private const double GoldenTolerance = 1e-6;
    private const int Seed = 1;

    public static void Write(string folder, string family, OnnxFile file, TaskData data, string command)
    {
        var clock = new TrainingClock();
        var kind = data.Set.Dataset.Task;
        var input = InputBinding.Of(file, data);
        var imported = ImportedModel.Of(file, input.Preprocessor.OutputLength, kind, data.Set.LabelNames);
        var train = input.Rows(data.Train);
        // What trained the file is unknown: its explanations weigh by the windows at hand.
        var compact = CompactTreeFile.Write(LeafRowCount.In(imported.Ensemble, train));
        var ensemble = CompactTreeFile.Read(compact, TreeFile);
        using var model = new TreeModel(ensemble);
        using var original = new OriginalTrees(file, imported.Traced);
        float[][] rows = [.. ProofRows.Of(imported.Ensemble, [.. train, .. input.Rows(data.Test)], Seed)];
        var proof = ImportProof.Run(file.Name, original, model, imported.Columns, rows, imported.Tolerance);
        KernelProof.Run(file.Name, ensemble, rows);
        var report = kind == TaskKind.Classification
            ? TestMetrics.Evaluate(data, input.Preprocessor, model)
            : null;
        var training = Provenance.Unknown(data, Seed, clock, command);
        var manifest = ManifestDraft.Of(data, training) with
        {
            Name = $"{data.Name}-{family}",
            Family = ModelFamily.Of(family),
            Format = ModelFormat.Exact,
            Engine = ModelEngine.Tree,
            ModelFile = TreeFile,
            Preprocessing = input.Manifest,
            Parity = new ManifestParity(proof.Rows, proof.Ties, proof.Difference, "score, original file in ONNX Runtime to compact file"),
            Metrics = report is null ? [] : TestMetrics.ForManifest(report, training),
        };
        ProvenBundle.Prove(
            manifest,
            new Dictionary<string, byte[]> { [TreeFile] = compact, [OriginalFile] = file.Bytes },
            GoldenWindows.Of(data.Train, input.Preprocessor, model, GoldenTolerance)).Write(folder);
        ImportConsole.Write(
            manifest,
            $"{imported.Ensemble.Trees.Count} trees over {imported.Ensemble.FeatureCount} inputs, {compact.Length} bytes",
            proof,
            folder,
            report);
    }
}
