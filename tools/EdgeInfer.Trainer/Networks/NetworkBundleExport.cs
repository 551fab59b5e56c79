using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Measurement.Groups;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Comparing;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Networks;

/// <summary>Writes a trained network as two bundles after their proofs: fp32, and int8 where its accuracy passes the gate.</summary>
internal sealed class NetworkBundleExport(
    TaskData data, ManifestPreprocessing preprocessing, float[][] calibration, ManifestTraining training)
{
    private const string Family = "cnn";
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
        var parity = NetworkParity.Prove(Name(CompressedNetwork.Float), network, original, inputs);
        var quantized = IntegerModel.Quantize(original, Name(CompressedNetwork.Integers), calibration, Calibration);

        var fp32 = Prepare(CompressedNetwork.Float, original, parity, compression: null);
        var int8 = Prepare(
            CompressedNetwork.Integers, quantized, NetworkParity.Compare(Name(CompressedNetwork.Integers), original, quantized, inputs),
            new ManifestCompression("static-int8-qdq", Calibration.Name(), calibration.Length));
        var (before, after) = (TestedModel.Of(fp32.Report), TestedModel.Of(int8.Report));
        var refusal = new MarginGate(margin, after.FigureName, networks: 1).Judge(after.Minus(before)).Refusal;
        fp32.Write(folder);
        if (refusal is null)
            int8.Write(folder);
        return refusal;
    }

    private string Name(string format) => $"{data.Name}-{Family}-{format}";

    /// <summary>Does all that may refuse the network, and leaves the writing.</summary>
    private PreparedBundle Prepare(string format, byte[] file, ManifestParity parity, ManifestCompression? compression)
    {
        using var model = OnnxModel.Load(file, ModelFile);
        var report = TestMetrics.Evaluate(data, _preprocessor, model);
        var manifest = ManifestDraft.Of(data, training) with
        {
            Name = Name(format),
            Family = Family,
            Format = format,
            Engine = "onnx",
            ModelFile = ModelFile,
            Preprocessing = preprocessing,
            Compression = compression,
            Parity = parity,
            Metrics = TestMetrics.ForManifest(report, training),
        };
        return PreparedBundle.Prove(manifest, file, GoldenWindows.Of(data.Train, _preprocessor, model, Tolerance), report);
    }
}
