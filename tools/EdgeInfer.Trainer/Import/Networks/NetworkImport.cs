using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Import.Proof;
using EdgeInfer.Trainer.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Import.Networks;

/// <summary>Writes a foreign network as a bundle in fp32, after the proof on the original file.</summary>
internal static class NetworkImport
{
    private const string ModelFile = "model.onnx";
    private const string OriginalFile = "original.onnx";
    private const double Tolerance = 1e-5;
    private const double GoldenTolerance = 1e-5;
    private const int FormWindows = 256;
    private const int Seed = 1;

    /// <exception cref="InvalidInputException">
    /// The file or what it takes and gives does not fit the task, or the proof fails; nothing was written.
    /// </exception>
    public static void Write(string folder, string family, byte[] bytes, string path, TaskData data, InputScaling scaling, string command)
    {
        if (data.Set.Dataset.Task != TaskKind.Classification)
            throw new InvalidInputException(data.Name, $"task kind {data.Set.Dataset.Task}: networks that classify are imported");
        var clock = new TrainingClock();
        var window = data.Set.TestShape;
        var file = NetworkFile.Parse(bytes, path);
        NetworkOperators.RequireKnown(file.Model.Graph, path);
        var named = StatedClasses.RequireOrder(file.Model, data.Set.Dataset.Labels, path)
            ? "as the file names them"
            : "the file names none";
        var layout = InputLayout.Of(file, window, data.Name);
        var preprocessing = scaling.For(window.Channels.Count);
        var preprocessor = Preprocessors.Create(preprocessing, window);
        float[][] inputs = [.. data.Train.Values.Concat(data.Test.Values).Select(values => PreprocessedWindows.Of(values, preprocessor))];
        using var original = new OriginalClassifier(
            file, bytes, layout, data.Set.LabelNames, PreprocessedWindows.Spread(inputs.Length, FormWindows).Select(i => inputs[i]));
        var network = ImportedGraph.Rewrite(file, layout, original);
        var imported = network.ToBytes();
        using var model = OnnxModel.Load(imported, path);
        var proof = ImportProof.Run(path, original, model, [.. Enumerable.Range(0, model.OutputLength)], inputs, Tolerance);
        var report = TestMetrics.Evaluate(data, preprocessor, model);
        var training = Provenance.Unknown(data, Seed, clock, command);
        var facts = new ModelFacts
        {
            Name = $"{data.Name}-{family}-{ModelFormat.Fp32}",
            Family = ModelFamily.Of(family),
            Format = ModelFormat.Fp32,
            Engine = ModelEngine.Onnx,
            ModelFile = ModelFile,
            Preprocessing = preprocessing,
            Training = training,
            Parity = new ManifestParity(
                proof.Rows, proof.Ties, proof.Difference, "probability, original file in ONNX Runtime to bundle", proof.Contradictions),
            Metrics = TestMetrics.ForManifest(report, training),
        };
        var golden = GoldenWindows.Of(data.Train, preprocessor, model, GoldenTolerance);
        var draft = BundleDraft.New(data, facts, golden, (ModelFile, imported), (OriginalFile, bytes));
        ImportConsole.Write(
            draft.Manifest,
            $"{network.Model.Graph.Node.Count} nodes, {Read(layout)}, answers {Answers(original)}, {imported.Length} bytes",
            proof,
            draft.Write(folder),
            report,
            $"answers stand for {string.Join(", ", data.Set.LabelNames)}, in this order ({named})");
    }

    private static string Read(InputLayout layout) =>
        layout.Permutation is null ? "reads channels first" : "read channels last and reads them first now";

    private static string Answers(OriginalClassifier original) => original.Form == AnswerForm.Probabilities
        ? $"probabilities in '{original.Output}'"
        : $"logits in '{original.Output}', behind which softmax was added";
}
