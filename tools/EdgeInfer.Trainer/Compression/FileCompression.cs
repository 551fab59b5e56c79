using EdgeInfer.Core.Errors;
using EdgeInfer.Files;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Simplification;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Compresses an ONNX file of which nothing is known but inputs to calibrate on: size, time and errors, no accuracy.</summary>
internal static class FileCompression
{
    private const int LayerInputs = 64;

    /// <param name="path">File in fp32.</param>
    /// <param name="chains">Different ones. The network in int8 is written; another only where none ends in int8.</param>
    /// <param name="given">Inputs as the network takes them.</param>
    /// <param name="method">How ranges are taken from them.</param>
    /// <param name="output">File to write, replaced whole or not at all.</param>
    /// <param name="seed">Seed of the order in which models are timed.</param>
    /// <exception cref="InvalidInputException">The file or an input is refused; nothing was written.</exception>
    public static CompressionResult Run(
        string path, IReadOnlyList<CompressionChain> chains, GivenInputs given, CalibrationMethod method, string output, int seed)
    {
        WholeFile.Require("--out", output);
        var file = NetworkFile.Read(path);
        given.RequireFit(file);
        var inputs = new CompressionInputs(given.Values, method);
        var original = CompressionStage.Original(path, File.ReadAllBytes(path));
        CompressionStage[] tried = [original, .. chains.Select(chain => chain.Apply(original, inputs))];
        var choice = ExportChoice.Of(Rows(tried, inputs.Calibration, seed), gate: null);
        var written = tried[choice.Best].Model;
        var layers = LayerErrors.Compare(
            SimplifiedGraph.Simplify(file).AsFile(),
            NetworkFile.Parse(written, path),
            [.. PreprocessedWindows.Spread(inputs.Calibration.Count, LayerInputs).Select(i => inputs.Calibration[i])]);
        WholeFile.Write(output, written);
        return new CompressionResult(
            path, choice.Rows, choice.Rows[choice.Best].Steps, layers, Margin: null, Marks: []);
    }

    private static IReadOnlyList<CompressionRow> Rows(CompressionStage[] tried, IReadOnlyList<float[]> inputs, int seed)
    {
        // A detector has several outputs; the first stands for the time of all.
        var models = tried.Select(network => OnnxModel.Load(
            network.Model, network.Name, NetworkFile.Parse(network.Model, network.Name).Model.Graph.Output[0].Name)).ToArray();
        try
        {
            return CompressionTable.Measure(tried, [.. models.Select(model => ModelLatency.OfInputs(model, inputs))], seed);
        }
        finally
        {
            foreach (var model in models)
                model.Dispose();
        }
    }
}
