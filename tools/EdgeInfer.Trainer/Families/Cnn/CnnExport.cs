using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Measurement.Classification;
using EdgeInfer.Measurement.Groups;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Families.Cnn;

/// <summary>Writes a trained network as two bundles after their proofs: fp32, and int8 where its accuracy passes the gate.</summary>
internal sealed class CnnExport(TaskData data, ManifestPreprocessing preprocessing, float[][] calibration, ManifestTraining training)
{
    private const string ModelFile = "model.onnx";
    private const double GoldenTolerance = 1e-5;

    private readonly IPreprocessor _preprocessor = Preprocessors.Create(preprocessing, data.Set.TestShape);

    /// <param name="network">Trained.</param>
    /// <param name="folder">Receives a folder for each bundle.</param>
    /// <param name="margin">What int8 may lose, 0 to 1.</param>
    /// <returns>Why int8 was not written: its accuracy does not pass the gate; null where it was.</returns>
    /// <exception cref="Core.Errors.InvalidInputException">Another gate is not passed; neither bundle was written.</exception>
    public string? Write(GraphModule network, string folder, double margin)
    {
        var inputs = new CompressionInputs(calibration, CalibrationMethod.Percentile);
        var integers = new IntegerBundle(data, _preprocessor, inputs);
        var file = FloatGraph.Write(network.Fold());
        var parity = NetworkParity.Prove(Name(ModelFormat.Fp32), network, file, integers.Windows);
        var stage = new IntegerStep().Apply(CompressionStage.Original(Name(ModelFormat.Int8), file), inputs);
        using var fp32Model = OnnxModel.Load(file, ModelFile);
        using var int8Model = OnnxModel.Load(stage.Model, ModelFile);
        var (before, after) = (Evaluate(fp32Model), Evaluate(int8Model));
        var fp32 = Draft(file, fp32Model, parity, before);
        var int8 = integers.Draft(fp32.Manifest, stage, int8Model, after, training);
        var (tested, original) = (TestedModel.Of(after), TestedModel.Of(before));
        var refusal = new MarginGate(margin, tested.FigureName, networks: 1).Judge(tested.Minus(original)).Refusal;
        ExportConsole.Write(fp32.Manifest, fp32.Write(folder), before);
        if (refusal is null)
            ExportConsole.Write(int8.Manifest, int8.Write(folder), after);
        return refusal;
    }

    private string Name(ModelFormat format) => $"{data.Name}-{ModelFamily.Cnn}-{format}";

    private ClassificationReport Evaluate(OnnxModel model) =>
        TestMetrics.Evaluate(data, _preprocessor, model);

    private BundleDraft Draft(byte[] file, OnnxModel model, ManifestParity parity, ClassificationReport report)
    {
        var facts = new ModelFacts
        {
            Name = Name(ModelFormat.Fp32),
            Family = ModelFamily.Cnn,
            Format = ModelFormat.Fp32,
            Engine = ModelEngine.Onnx,
            ModelFile = ModelFile,
            Preprocessing = preprocessing,
            Parity = parity,
            Metrics = TestMetrics.ForManifest(report, training),
            Training = training,
        };
        var golden = GoldenWindows.Of(data.Train, _preprocessor, model, GoldenTolerance);
        return BundleDraft.New(data, facts, golden, (ModelFile, file));
    }
}
