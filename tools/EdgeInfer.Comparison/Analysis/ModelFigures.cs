using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Comparison.Checks;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using EdgeInfer.Core.Errors;
using EdgeInfer.Evaluation.Classification;

namespace EdgeInfer.Comparison.Analysis;

/// <summary>One model's section from its answers and its manifest.</summary>
internal static class ModelFigures
{
    public static ModelSection Of(ComparisonInput input, Manifest manifest, UsableObservations observations)
    {
        var marks = input.MarksOf(manifest).Phrases;
        // In the order of window ids, so that no figure depends on the order of arrival.
        Observation[] answers =
            [.. observations.Of(manifest.Name).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value)];
        if (answers.Length == 0)
            throw new InvalidInputException("comparison", Nothing(manifest.Name, input.Source, observations));
        var labels = manifest.Task.Labels;
        var report = ClassificationReport.Of(Predictions.Of(input, manifest, answers), labels);
        var events = EventAnalysis.Of(input, manifest, answers);
        return new ModelSection
        {
            Name = manifest.Name,
            Title = ModelTitle.Of(manifest.Family, manifest.Format),
            Family = manifest.Family.Name,
            Format = manifest.Format.Name,
            Engine = manifest.Engine.Name,
            Host = input.Device.Host,
            Accuracy = AccuracyOf(report, input.Source, marks),
            Precision = report.MacroPrecision.Value,
            Recall = report.MacroRecall.Value,
            MacroF1 = report.MacroF1.Value,
            RocAuc = report.RocAuc?.Value ?? (events is null ? report.PooledRocAuc : null),
            Intervals = IntervalsOf(report),
            PooledAccuracy = report.PooledAccuracy,
            CalibrationError = events is null ? report.ExpectedCalibrationError : null,
            Events = events,
            NonFiniteWindows = input.NonFiniteWindows.GetValueOrDefault(manifest.Name),
            LatencyUs = TimeFigures.Latency(answers, input.Source),
            FeaturesUs = TimeFigures.Features(answers),
            DecodeUs = TimeFigures.Decode(answers),
            CpuUs = TimeFigures.MeanCpu(answers),
            CpuRatio = input.CpuRatios.GetValueOrDefault(manifest.Name),
            EnergyMj = null,
            Bytes = manifest.ModelBytes(),
            TrainSeconds = manifest.Training.Seconds,
            TrainCpuSeconds = manifest.Training.CpuSeconds,
            Parity = ParityOf(manifest.Parity),
            PerGroup = [.. report.PerGroup.Select(g => new GroupSection(g.Group, g.Windows, g.Accuracy, g.MacroF1, g.RocAuc))],
            PerClass = [.. report.PerClass.Select(c => new ClassSection(c.Label, c.Windows, c.Precision, c.Recall, c.F1, c.RocAuc))],
            Confusion = new(labels, report.Confusion.Rows),
            Marks = marks,
            Version = manifest.Version,
            ModelSha256 = string.Join(" ", input.ModelSha256[manifest.Name]),
            Command = manifest.Training.Command,
        };
    }

    private static AccuracyFigure AccuracyOf(
        ClassificationReport report, ObservationSource source, IReadOnlyList<string> marks) => new(
        report.Accuracy.Value,
        report.Accuracy.Low,
        report.Accuracy.High,
        report.Accuracy.Groups,
        report.Accuracy.Windows,
        source.Name,
        marks);

    private static FigureIntervals IntervalsOf(ClassificationReport report) => new(
        FigureInterval.Of(report.MacroPrecision),
        FigureInterval.Of(report.MacroRecall),
        FigureInterval.Of(report.MacroF1),
        report.RocAuc is { } area ? FigureInterval.Of(area) : null);

    private static ParityFigures ParityOf(ManifestParity parity) =>
        new(parity.Rows, parity.LabelMismatches, parity.MaxAbsDiff, parity.Quantity);

    private static string Nothing(string model, ObservationSource source, UsableObservations observations)
    {
        var reasons = string.Join("; ", observations.Problems);
        var way = source.Transport is null ? "" : " over MQTT";
        return $"no labelled answer of {model} arrived{way}{(reasons.Length == 0 ? "" : $" ({reasons})")}";
    }
}
