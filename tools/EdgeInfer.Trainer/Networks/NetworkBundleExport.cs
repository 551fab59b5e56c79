using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Measurement.Groups;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Comparing;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Networks;

/// <summary>Writes a trained network as two bundles after their proofs: fp32, and int8 where its accuracy passes the gate.</summary>
internal sealed class NetworkBundleExport(
    TaskData data, ManifestPreprocessing preprocessing, float[][] calibration, ManifestTraining training)
{
    private const string ModelFile = "model.onnx";
    private const double Tolerance = 1e-5;
    private const CalibrationMethod Calibration = CalibrationMethod.Percentile;

    private readonly IPreprocessor _preprocessor = Preprocessors.Create(preprocessing, data.Set.TestShape);

    /// <param name="network">Trained.</param>
    /// <param name="folder">Receives a folder for each bundle.</param>
    /// <param name="margin">What int8 may lose, 0 to 1.</param>
    /// <returns>Why int8 was not written: its accuracy does not pass the gate; null where it was.</returns>
    /// <exception cref="Core.Errors.InvalidInputException">Another gate is not passed; neither bundle was written.</exception>
    public string? Write(TorchNetwork network, string folder, double margin)
    {
        var folded = network.Fold();
        float[][] inputs = [.. data.Train.Values.Concat(data.Test.Values).Select(window => PreprocessedWindows.Of(window, _preprocessor))];
        var original = FloatGraph.Write(folded);
        var parity = NetworkParity.Prove(Name(ModelFormat.Fp32), network, original, inputs);
        var quantized = IntegerModel.Quantize(original, Name(ModelFormat.Int8), calibration, Calibration);

        var fp32 = Prepare(ModelFormat.Fp32, original, parity, compression: null);
        var int8 = Prepare(
            ModelFormat.Int8, quantized, NetworkParity.Compare(Name(ModelFormat.Int8), original, quantized, inputs),
            new ManifestCompression("static-int8-qdq", Calibration.Name(), calibration.Length));
        var (before, after) = (TestedModel.Of(fp32.Report), TestedModel.Of(int8.Report));
        var refusal = new MarginGate(margin, after.FigureName, networks: 1).Judge(after.Minus(before)).Refusal;
        fp32.Write(folder);
        if (refusal is null)
            int8.Write(folder);
        return refusal;
    }

    private string Name(ModelFormat format) => $"{data.Name}-{ModelFamily.Cnn}-{format}";

    /// <summary>Does all that may refuse the network, and leaves the writing.</summary>
    private PreparedBundle Prepare(ModelFormat format, byte[] file, ManifestParity parity, ManifestCompression? compression)
    {
        using var model = OnnxModel.Load(file, ModelFile);
        var report = TestMetrics.Evaluate(data, _preprocessor, model);
        var manifest = ManifestDraft.Of(data, training) with
        {
            Name = Name(format),
            Family = ModelFamily.Cnn,
            Format = format,
            Engine = ModelEngine.Onnx,
            ModelFile = ModelFile,
            Preprocessing = preprocessing,
            Compression = compression,
            Parity = parity,
            Metrics = TestMetrics.ForManifest(report, training),
        };
        return PreparedBundle.Prove(manifest, file, GoldenWindows.Of(data.Train, _preprocessor, model, Tolerance), report);
    }
}
