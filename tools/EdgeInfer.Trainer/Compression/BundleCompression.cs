using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Measurement.Classification;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Models.Manifests;
using EdgeInfer.Models.Preprocessing;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Comparing;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Compresses the network of a bundle and judges what comes of it on the windows of its task.</summary>
internal sealed class BundleCompression
{
    private const double GoldenTolerance = 1e-5;
    private const int LatencyWindows = 64;

    private readonly string _place;
    private readonly Bundle _bundle;
    private readonly TaskData _data;
    private readonly CompressionOptions _options;
    private readonly IPreprocessor _preprocessor;

    /// <exception cref="InvalidInputException">No fp32 network, not of the recordings' task, it has learnt a test group, or its own golden cases fail.</exception>
    public BundleCompression(string place, TaskData data, CompressionOptions options)
    {
        (_place, _data, _options) = (place, data, options);
        _bundle = BundleReader.Open(place);
        var manifest = _bundle.Manifest;
        if (manifest.Engine != BundleModel.Network || manifest.Format != CompressedNetwork.Float)
            throw new InvalidInputException(place, $"holds a model of format {manifest.Format} for engine '{manifest.Engine}'; networks in fp32 are compressed");
        BundleTask.Require(place, manifest, data);
        _preprocessor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape());
    }

    /// <summary>Tries every chain, and writes the last network that the device can run as a bundle into <paramref name="folder"/>.</summary>
    /// <returns>What was tried, and why nothing was written where accuracy did not pass its gate.</returns>
    /// <exception cref="InvalidInputException">No chain ends in int8, or another gate is not passed; nothing was written.</exception>
    public CompressionResult Run(IReadOnlyList<CompressionChain> chains, CalibrationMethod method, string folder, string command)
    {
        if (!chains.Any(chain => chain.Steps[^1] is IntegerStep))
            throw new InvalidInputException("--steps", "no chain ends in int8, the format that is exported; nothing was trained");
        var clock = new TrainingClock();
        var original = CompressedNetwork.Original(_place, _bundle.ModelBytes.ToArray());
        var inputs = new CompressionInputs(CalibrationSet.Of(_data, _preprocessor), method)
        {
            Relearning = new Relearning(_place, _bundle.Manifest, _data, _options.Seed),
            Teacher = new Teacher(_options.Teacher ?? _place, _data),
        };
        CompressedNetwork[] tried = [original, .. chains.Select(chain => chain.Apply(original, inputs))];
        var models = tried.Select(network => OnnxModel.Load(network.Model, network.Name)).ToArray();
        try
        {
            GoldenGate.Require(_place, _bundle.Golden, _preprocessor, models[0]);
            var reports = models.Select(model => TestMetrics.Evaluate(_data.Test, _data.Set.LabelNames, _preprocessor, model)).ToArray();
            float[][] windows = [.. PreprocessedWindows.Spread(_data.Test.Values.Length, LatencyWindows).Select(i => _data.Test.Values[i])];
            var rows = CompressionTable.Of(
                tried, [.. models.Select(model => ModelLatency.OfWindows(model, _preprocessor, windows))], _options.Seed, [.. reports.Select(TestedModel.Of)]);
            var chosen = Array.FindLastIndex(tried, network => network.Format == CompressedNetwork.Integers);
            var refusal = MarginGate.Refusal(rows[chosen].Difference!, _options.Margin);
            if (refusal is null)
                Write(folder, tried[chosen], models[chosen], reports[chosen], inputs, Training(tried[chosen], inputs, clock, command));
            return new CompressionResult(
                _bundle.Manifest.Name,
                rows,
                tried[chosen].ErrorsByLayer(inputs.Calibration),
                _options.Margin,
                _data.Set.Dataset.Simulated,
                tried.Any(network => IsQuick(network, inputs.Teacher!)),
                _data.Set.Split.Leaky,
                refusal);
        }
        finally
        {
            foreach (var model in models)
                model.Dispose();
        }
    }

    private void Write(
        string folder, CompressedNetwork network, OnnxModel model, ClassificationReport report, CompressionInputs inputs, ManifestTraining training)
    {
        var source = _bundle.Manifest;
        float[][] all = [.. _data.Train.Values.Concat(_data.Test.Values).Select(window => PreprocessedWindows.Of(window, _preprocessor))];
        var family = string.Join('-', [source.Family, .. network.Traits]);
        var manifest = source with
        {
            Name = $"{source.Task.Name}-{family}-{network.Format}",
            Family = family,
            Format = network.Format,
            Compression = new ManifestCompression(string.Join(',', [.. network.Steps.SkipLast(1), IntegerStep.Method]), inputs.Method.Name(), inputs.Calibration.Count),
            Parity = NetworkParity.Compare(_place, network.FloatModel, network.Model, all),
            Metrics = TestMetrics.ForManifest(report),
            Training = training,
        };
        var golden = GoldenWindows.Of(_data.Train, _preprocessor, model, GoldenTolerance);
        using (var reopened = OnnxModel.Load(network.Model, _place))
            GoldenGate.Require(_place, golden, _preprocessor, reopened);
        var target = Path.Combine(folder, manifest.Name);
        BundleWriter.Write(target, manifest, new Dictionary<string, byte[]> { [manifest.ModelFile] = network.Model }, golden);
        ExportConsole.Write(manifest, target, report);
    }

    /// <summary>A teacher's budgets count where it taught.</summary>
    private bool IsQuick(CompressedNetwork network, Teacher teacher) =>
        _bundle.Manifest.Training.Quick || (network.Traits.Count > 0 && teacher.Manifest.Training.Quick);

    /// <summary>Whoever learnt again has learnt these windows too, beside what the source and its teacher had seen.</summary>
    private ManifestTraining Training(CompressedNetwork network, CompressionInputs inputs, TrainingClock clock, string command)
    {
        var source = _bundle.Manifest;
        var repeat = $"{source.Training.Command}; {command}";
        if (network.Traits.Count == 0)
            return source.Training with { Leaky = source.Training.Leaky || _data.Set.Split.Leaky, Command = repeat };
        return Provenance.Of(_data, _options.Seed, clock, repeat).After(source).After(inputs.Teacher!.Manifest);
    }
}
