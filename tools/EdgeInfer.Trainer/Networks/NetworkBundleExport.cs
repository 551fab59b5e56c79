using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Models.Manifests;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Networks;

/// <summary>Writes a trained network as two bundles, fp32 and int8, after their proofs.</summary>
internal sealed class NetworkBundleExport(TaskData data, ChannelStatistics statistics, ManifestTraining training)
{
    private const string Family = "cnn";
    private const string ModelFile = "model.onnx";
    private const double Tolerance = 1e-5;
    private const CalibrationMethod Calibration = CalibrationMethod.Percentile;

    private readonly Standardization _standardization = new(statistics.Mean, statistics.Deviation, data.Input.Height * data.Input.Width);

    public void Write(TorchNetwork network, string fp32Folder, string int8Folder)
    {
        var folded = network.Fold();
        float[][] inputs = [.. data.Train.Values.Concat(data.Test.Values).Select(Standardize)];
        var fp32 = FloatGraph.Write(folded);
        var parity = NetworkParity.Prove(Name("fp32"), network, fp32, inputs);
        var calibration = CalibrationSet.Of(data, _standardization);
        var int8 = IntegerModel.Quantize(fp32, Name("int8"), calibration, Calibration);

        Action[] writes =
        [
            Prepare(fp32Folder, "fp32", fp32, parity, compression: null),
            Prepare(
                int8Folder, "int8", int8, NetworkParity.Compare(Name("int8"), fp32, int8, inputs),
                new ManifestCompression("static-int8-qdq", Calibration.Name(), calibration.Length)),
        ];
        foreach (var write in writes)
            write();
    }

    private string Name(string format) => $"{data.Name}-{Family}-{format}";

    /// <summary>Does all that may refuse the network, and leaves the writing: neither bundle is written where one is refused.</summary>
    private Action Prepare(string folder, string format, byte[] file, ManifestParity parity, ManifestCompression? compression)
    {
        using var model = OnnxModel.Load(file, ModelFile);
        var report = TestMetrics.Evaluate(data.Test, data.Set.LabelNames, _standardization, model);
        var manifest = ManifestDraft.Of(data, training) with
        {
            Name = Name(format),
            Family = Family,
            Format = format,
            Engine = "onnx",
            ModelFile = ModelFile,
            Preprocessing = new ManifestPreprocessing(Standardization.Id, Mean: statistics.Mean, Deviation: statistics.Deviation),
            Compression = compression,
            Parity = parity,
            Metrics = TestMetrics.ForManifest(report, training),
        };
        var golden = GoldenWindows.Of(data.Train, _standardization, model, Tolerance);
        return () =>
        {
            BundleWriter.Write(folder, manifest, new Dictionary<string, byte[]> { [ModelFile] = file }, golden);
            ExportConsole.Write(manifest, folder, report);
        };
    }

    private float[] Standardize(float[] window)
    {
        var input = new float[window.Length];
        _standardization.Apply(window, input);
        return input;
    }
}
