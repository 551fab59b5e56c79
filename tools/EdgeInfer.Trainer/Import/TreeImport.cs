using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Import.Graphs;
using EdgeInfer.Trainer.Import.Proof;
using EdgeInfer.Trainer.Import.Scores;
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
        var imported = ImportedModel.Read(file, input.Preprocessor.OutputLength, kind, data.Set.Dataset.Labels);
        var train = FeatureTable.Extract(data.Train, input.Preprocessor);
        // What trained the file is unknown: its explanations weigh by the windows at hand.
        var compact = CompactTreeFile.Write(LeafRowCount.In(imported.Ensemble, train));
        var ensemble = CompactTreeFile.Read(compact, TreeFile);
        using var model = new TreeModel(ensemble);
        using var original = new OriginalTrees(file, imported.Traced);
        float[][] rows = [.. ProofRows.Of(imported.Ensemble, [.. train, .. FeatureTable.Extract(data.Test, input.Preprocessor)], Seed)];
        var proof = ImportProof.Run(file.Name, original, model, imported.Columns, rows, imported.Tolerance);
        KernelProof.Run(file.Name, ensemble, rows);
        var report = kind == TaskKind.Classification
            ? TestMetrics.Evaluate(data, input.Preprocessor, model)
            : null;
        var training = Provenance.Unknown(data, Seed, clock, command);
        var facts = new ModelFacts
        {
            Name = $"{data.Name}-{family}",
            Family = ModelFamily.Of(family),
            Format = ModelFormat.Exact,
            Engine = ModelEngine.Tree,
            ModelFile = TreeFile,
            Preprocessing = input.Manifest,
            Training = training,
            Parity = new ManifestParity(
                proof.Rows, proof.Ties, proof.Difference, "score, original file in ONNX Runtime to compact file", proof.Contradictions),
            Metrics = report is null ? [] : TestMetrics.ForManifest(report, training),
        };
        var golden = GoldenWindows.Of(data.Train, input.Preprocessor, model, GoldenTolerance);
        var draft = BundleDraft.New(data, facts, golden, (TreeFile, compact), (OriginalFile, file.Bytes));
        ImportConsole.Write(
            draft.Manifest,
            $"{imported.Ensemble.Trees.Count} trees over {imported.Ensemble.FeatureCount} inputs, {compact.Length} bytes",
            proof,
            draft.Write(folder),
            report,
            imported.Order is { } order ? Classes(order, imported.Traced.Labels, data.Set.LabelNames) : null);
    }

    /// <summary>For example <c>class 1 is 'walk', 0 'idle' (by value)</c>.</summary>
    private static string Classes(LabelOrder order, IReadOnlyList<string>? classes, IReadOnlyList<string> labels) =>
        $"class {string.Join(", ", order.Columns.Select((column, label) => Of(column, labels[label], classes)))} ({order.Reading})";

    private static string Of(int column, string label, IReadOnlyList<string>? classes) =>
        $"{classes?[column] ?? FormattableString.Invariant($"{column}")} is '{label}'";
}
