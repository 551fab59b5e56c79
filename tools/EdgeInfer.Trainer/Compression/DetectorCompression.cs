using System.Globalization;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Families.Autoencoder;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary>
/// Compresses an autoencoder that detects anomalies: judged by ROC-AUC on the test windows, calibrated on normal ones, with a threshold
/// chosen again for the same rate of false alarms, on the scores of compressed detectors that did not see the groups they score.
/// </summary>
internal sealed class DetectorCompression
{
    /// <summary>Of the largest golden score: where asinh differs in its last bit, an input may round to the next of 256 steps.</summary>
    private const double RelativeTolerance = 0.01;

    private readonly string _place;
    private readonly Bundle _bundle;
    private readonly AnomalyData _data;
    private readonly CompressionOptions _options;
    private readonly double _falseAlarmsPerDay;
    private readonly AutoencoderTraining _training;

    /// <exception cref="InvalidInputException">
    /// No autoencoder in fp32, not of the recordings' task, it has learnt a test group, or its rate of false alarms is not known.
    /// </exception>
    public DetectorCompression(string place, AnomalyData data, CompressionOptions options)
    {
        (_place, _options) = (place, options);
        _bundle = BundleReader.Open(place);
        var manifest = _bundle.Manifest;
        if (manifest.Family != ModelFamily.Autoencoder || manifest.Format != ModelFormat.Fp32)
            throw new InvalidInputException(
                place,
                $"holds a detector of family {manifest.Family} in {manifest.Format}; "
                + $"of detectors the {AutoencoderTraining.Name} in fp32 is compressed");
        BundleTask.Require(place, manifest, data.Task);
        // Its own features, whichever set is the newest by now.
        _data = data with { Extractor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape()) };
        _falseAlarmsPerDay = manifest.Training.FalseAlarmsPerDay ?? throw new InvalidInputException(
            place, "has no training.false_alarms_per_day in its manifest, so no threshold can be chosen for the same rate; train it again");
        _training = new AutoencoderTraining(
            AutoencoderReader.Read(place, _bundle.ModelBytes),
            manifest.Training.Seed,
            manifest.Training.Quick,
            CheckpointPlan.In(options.Checkpoints));
    }

    /// <summary>
    /// Tries every chain, and writes the int8 detector as a bundle into <paramref name="folder"/> where it passes its gate.
    /// </summary>
    /// <returns>What was tried, and why it was not written where ROC-AUC did not pass its gate.</returns>
    /// <exception cref="InvalidInputException">
    /// A chain trains, none ends in int8, or another gate is not passed; nothing was written.
    /// </exception>
    public CompressionResult Run(IReadOnlyList<CompressionChain> chains, CalibrationMethod method, string folder, string command)
    {
        RequireFormats(chains);
        CompressionTrial.RequireExport(chains);
        var rows = FeatureTable.Extract(_data.Task.Train, _data.Extractor);
        var inputs = new CompressionInputs(
            [.. PreprocessedWindows.Spread(rows.Length, CalibrationSet.Windows).Select(i => rows[i])], method);
        using var trial = new CompressionTrial(_place, _bundle, _data.Extractor, chains, inputs);
        var result = trial.Judge(
            _data.Task,
            [.. trial.Models.Select(model => Tested(model))],
            _options,
            taught: default);
        if (result.FindExported() is { } exported)
            Write(folder, trial, exported, inputs, command);
        return result;
    }

    private TestedModel Tested(OnnxModel model) =>
        TestedModel.Evaluate(_data.Task, TestSide.Lane(_data.Task, _data.Extractor, model, _bundle.Manifest.Decision));

    private static void RequireFormats(IReadOnlyList<CompressionChain> chains)
    {
        if (chains.SelectMany(chain => chain.Steps).FirstOrDefault(step => step is not (IntegerStep or HalfPrecisionStep)) is { } training)
            throw new InvalidInputException(
                "--steps", $"'{training.Name}' trains again from labels, which detectors learn without; they take int8 and fp16");
    }

    private void Write(string folder, CompressionTrial trial, int exported, CompressionInputs inputs, string command)
    {
        var (network, fp32, int8) = (trial.Networks[exported], trial.Models[0], trial.Models[exported]);
        var source = _bundle.Manifest;
        var training = source.Training with
        {
            Leaky = source.Training.Leaky || _data.Task.Set.Split.Leaky,
            Command = $"{source.Training.Command}; {command}",
            ChosenOnTest = trial.Chooses,
        };
        var threshold = LearntDetector.ChooseThreshold(new IntegerTraining(_training, inputs.Method), _data, _falseAlarmsPerDay);
        var rule = AlarmRule.At(threshold.Value);
        var report = AnomalyEvaluation.Run(_data.Task, _data.Extractor, int8, rule);
        var facts = ModelFacts.Of(source) with
        {
            Name = $"{source.Task.Name}-{source.Family}-{network.Format}",
            Format = network.Format,
            Compression = inputs.ForManifest(network),
            Decision = rule,
            Parity = AnomalyParity.Compare(_data.FeatureRows(), fp32, source.Decision.Threshold, int8, rule.Threshold),
            Metrics = AnomalyEvaluation.ForManifest(report, training),
            Training = training,
        };
        var draft = BundleDraft.From(source, facts, AnomalyBundleExport.Golden(int8, _data, RelativeTolerance), network.Model);
        var place = draft.Write(folder);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{facts.Name}: threshold {rule.Threshold:G4} chosen again on int8 scores, {source.Decision.Threshold:G4} in fp32; "
            + $"{(threshold.IsExtrapolated ? "a forecast" : "counted")} for {_falseAlarmsPerDay} false alarms a device-day"));
        Console.WriteLine(EventLine.Of(source.Name, AnomalyEvaluation.Run(_data.Task, _data.Extractor, fp32, source.Decision)));
        Console.WriteLine(EventLine.Of(facts.Name, report));
        ExportConsole.Write(draft.Manifest, place, report: null);
    }
}
