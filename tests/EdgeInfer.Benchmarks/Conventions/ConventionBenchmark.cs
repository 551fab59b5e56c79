using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>Our int8 and the documented conventions on the same network, calibration inputs and test windows.</summary>
internal sealed class ConventionBenchmark
{
    private const int TimedWindows = 64;

    private readonly string _network;
    private readonly TaskData _data;
    private readonly IPreprocessor _preprocessor;
    private readonly IReadOnlyList<QuantizedFile> _files;

    public ConventionBenchmark(Bundle fp32, TaskData data)
    {
        var manifest = fp32.Manifest;
        (_network, _data) = (manifest.Name, data);
        _preprocessor = Preprocessors.Create(manifest.Preprocessing, manifest.Input.ToShape());
        _files = QuantizedFile.All(fp32.ModelBytes, manifest.Name, CalibrationSet.Choose(data, _preprocessor));
    }

    public IReadOnlyList<ConventionRecord> Run(InterleavedOptions options)
    {
        NetworkSession[] sessions = [.. _files.SelectMany(NetworkSession.Open)];
        try
        {
            var answers = sessions.ToDictionary(
                session => session.Name, session => TestMetrics.Predictions(_data, _preprocessor, session.Model));
            var times = Times(sessions, options);
            var ours = sessions.First(session => session is { Exact: true, File.Name: QuantizedFile.Ours });
            var reference = answers[sessions[0].Name];
            return [.. sessions.Select(session => Record(session, answers[session.Name], reference, times.Ratio(ours.Name, session.Name)))];
        }
        finally
        {
            foreach (var session in sessions)
                session.Dispose();
        }
    }

    private InterleavedResult Times(NetworkSession[] sessions, InterleavedOptions options)
    {
        float[][] inputs = [.. PreprocessedWindows.Spread(_data.Test.Values.Length, TimedWindows)
            .Select(i => PreprocessedWindows.Of(_data.Test.Values[i], _preprocessor))];
        var output = new float[sessions[0].Model.OutputLength];
        return Interleaved.Measure(
            [.. sessions.Select(session => new Contender(session.Name, row => session.Model.Predict(inputs[row], output)))],
            inputs.Length,
            options);
    }

    private ConventionRecord Record(
        NetworkSession session, IReadOnlyList<Prediction> answers, IReadOnlyList<Prediction> reference, Spread overOurs)
    {
        var report = ClassificationReport.Of(answers, _data.Set.LabelNames);
        return new(
            _network,
            session.File.Name,
            session.Exact,
            report.Accuracy,
            answers == reference
                ? null
                : PairedDifference.Of(
                    ByGroup(report),
                    ByGroup(ClassificationReport.Of(reference, _data.Set.LabelNames)),
                    [.. report.PerGroup.Select(group => group.Windows)]),
            answers.Zip(reference).Count(pair => pair.First.Label != pair.Second.Label),
            answers.Count,
            session.File.Model.Length,
            session.File.FloatOperators(),
            overOurs);
    }

    private static double[] ByGroup(ClassificationReport report) => [.. report.PerGroup.Select(group => group.Accuracy)];
}
