using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Compresses the network of a bundle and judges what comes of it on the windows of its task.</summary>
internal sealed class BundleCompression
{
    private readonly string _place;
    private readonly Bundle _bundle;
    private readonly TaskData _data;
    private readonly CompressionOptions _options;
    private readonly IPreprocessor _preprocessor;

    /// <exception cref="InvalidInputException">
    /// No fp32 network, not of the recordings' task, it has learnt a test group, or its own golden cases fail.
    /// </exception>
    public BundleCompression(string place, TaskData data, CompressionOptions options)
    {
        (_place, _data, _options) = (place, data, options);
        _bundle = BundleReader.Open(place);
        var manifest = _bundle.Manifest;
        if (!manifest.Engine.HasLayers || manifest.Format != ModelFormat.Fp32)
            throw new InvalidInputException(
                place, $"holds a model of format {manifest.Format} for engine '{manifest.Engine}'; networks in fp32 are compressed");
        BundleTask.Require(place, manifest, data);
        _preprocessor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape());
    }

    /// <summary>
    /// Tries every chain, and writes the smallest int8 network that passes its gate as a bundle into <paramref name="folder"/>.
    /// </summary>
    /// <returns>What was tried, and why it was not written where accuracy did not pass its gate.</returns>
    /// <exception cref="InvalidInputException">No chain ends in int8, or another gate is not passed; nothing was written.</exception>
    public CompressionResult Run(IReadOnlyList<CompressionChain> chains, CalibrationMethod method, string folder, string command)
    {
        CompressionTrial.RequireExport(chains);
        var clock = new TrainingClock();
        var teacher = new Teacher(_options.Teacher ?? _place, _data);
        var inputs = new CompressionInputs(CalibrationSet.Choose(_data, _preprocessor), method)
        {
            Relearning = new Relearning(_place, _bundle.Manifest, _data, _options.Seed, CheckpointPlan.In(_options.Checkpoints, clock)),
            Teacher = teacher,
        };
        using var trial = new CompressionTrial(_place, _bundle, _preprocessor, chains, inputs);
        var reports = trial.Models.ToDictionary(
            model => model, model => TestMetrics.Evaluate(_data, _preprocessor, model));
        var result = trial.Judge(
            _data,
            [.. trial.Models.Select(model => TestedModel.Of(reports[model]))],
            _options,
            trial.Networks.Any(network => network.Traits.Count > 0) ? teacher.Manifest.Training.Marks : default);
        if (result.FindExported() is { } exported)
        {
            var (network, model) = (trial.Networks[exported], trial.Models[exported]);
            var training = Training(network, teacher, clock, command) with { ChosenOnTest = trial.Chooses };
            var draft = new IntegerBundle(_data, _preprocessor, inputs).Draft(_bundle.Manifest, network, model, reports[model], training);
            ExportConsole.Write(draft.Manifest, draft.Write(folder), reports[model]);
        }

        return result;
    }

    /// <summary>Whoever learnt again has learnt these windows too, beside what the source and its teacher had seen.</summary>
    private ManifestTraining Training(CompressionStage network, Teacher teacher, TrainingClock clock, string command)
    {
        var source = _bundle.Manifest;
        var repeat = $"{source.Training.Command}; {command}";
        if (network.Traits.Count == 0)
            return source.Training with { Leaky = source.Training.Leaky || _data.Set.Split.Leaky, Command = repeat };
        return Provenance.Of(_data, _options.Seed, clock, repeat).After(source).After(teacher.Manifest);
    }
}
