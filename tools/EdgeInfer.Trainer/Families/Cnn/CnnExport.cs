using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Evaluation.Verdicts;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Families.Networks;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Families.Cnn;

/// <summary>Writes a trained network as two bundles after their proofs: fp32, and int8 where its accuracy passes the gate.</summary>
internal sealed class CnnExport(TrainedNetwork trained)
{
    private const string ModelFile = "model.onnx";
    private const double GoldenTolerance = 1e-5;

    private readonly TaskData _data = trained.Data;
    private readonly ManifestTraining _training = trained.Training;
    private readonly IPreprocessor _preprocessor = Preprocessors.Create(trained.Preprocessing, trained.Data.Set.TestShape);

    /// <param name="folder">Receives a folder for each bundle.</param>
    /// <param name="margin">What int8 may lose, 0 to 1.</param>
    /// <returns>Why int8 was not written: its accuracy does not pass the gate; null where it was.</returns>
    /// <exception cref="Core.Errors.InvalidInputException">Another gate is not passed; neither bundle was written.</exception>
    public string? Write(string folder, double margin)
    {
        var inputs = new CompressionInputs(trained.Calibration, CalibrationMethod.Percentile);
        var integers = new IntegerBundle(_data, _preprocessor, inputs);
        var file = FloatGraph.Write(trained.Network.Fold());
        var parity = NetworkParity.Prove(Name(ModelFormat.Fp32), trained.Network, file, integers.Windows);
        var stage = new IntegerStep().Apply(CompressionStage.Original(Name(ModelFormat.Int8), file), inputs);
        using var fp32Model = OnnxModel.Load(file, ModelFile);
        using var int8Model = OnnxModel.Load(stage.Model, ModelFile);
        var (before, after) = (Evaluate(fp32Model), Evaluate(int8Model));
        var fp32 = Draft(file, fp32Model, parity, before);
        var int8 = integers.Draft(fp32.Manifest, stage, int8Model, after, _training);
        var (tested, original) = (TestedModel.Of(after), TestedModel.Of(before));
        var refusal = new MarginGate(margin, tested.FigureName, networks: 1).Judge(tested.Minus(original)).Refusal;
        ExportConsole.Write(fp32.Manifest, fp32.Write(folder), before);
        if (refusal is null)
            ExportConsole.Write(int8.Manifest, int8.Write(folder), after);
        return refusal;
    }

    private string Name(ModelFormat format) => $"{_data.Name}-{ModelFamily.Cnn}-{format}";

    private ClassificationReport Evaluate(OnnxModel model) =>
        TestMetrics.Evaluate(_data, _preprocessor, model);

    private BundleDraft Draft(byte[] file, OnnxModel model, ManifestParity parity, ClassificationReport report)
    {
        var facts = new ModelFacts
        {
            Name = Name(ModelFormat.Fp32),
            Family = ModelFamily.Cnn,
            Format = ModelFormat.Fp32,
            Engine = ModelEngine.Onnx,
            ModelFile = ModelFile,
            Preprocessing = trained.Preprocessing,
            Parity = parity,
            Metrics = TestMetrics.ForManifest(report, _training),
            Training = _training,
        };
        var golden = GoldenWindows.Of(_data.Train, _preprocessor, model, GoldenTolerance);
        return BundleDraft.New(_data, facts, golden, (ModelFile, file));
    }
}
