using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Numerics;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Measurement.Cpu;

namespace EdgeInfer.Serving.Pipeline;

/// <summary>
/// One model's way through a window: preprocessing, model, decision. Allocates nothing a window. Serves one thread.
/// </summary>
public sealed class ModelLane : IDisposable
{
    private readonly IPreprocessor _preprocessor;
    private readonly IModel _model;
    private readonly ManifestTask _task;
    private readonly DecisionRule _rule;
    private readonly TimeProvider _time;
    private readonly double _microsecondsPerTick;
    private readonly float[] _input;
    private readonly float[] _scores;
    private IDecision _decision;

    /// <exception cref="ArgumentException">Preprocessing, model and labels do not fit each other.</exception>
    public ModelLane(
        string name, string sha256, ManifestTask task, DecisionRule rule, IPreprocessor preprocessor, IModel model, TimeProvider time)
    {
        if (preprocessor.OutputLength != model.InputLength)
            throw new ArgumentException($"preprocessing gives {preprocessor.OutputLength} values, the model takes {model.InputLength}");
        var outputs = task.Kind == TaskKind.Anomaly ? 1 : task.Labels.Count;
        if (model.OutputLength != outputs)
            throw new ArgumentException(
                $"the model gives {model.OutputLength} scores, "
                + $"a task of kind {task.Kind} with {task.Labels.Count} labels asks for {outputs}");

        (Name, Sha256) = (name, sha256);
        (_preprocessor, _model, _task, _rule, _time) = (preprocessor, model, task, rule, time);
        _microsecondsPerTick = 1e6 / time.TimestampFrequency;
        _input = new float[model.InputLength];
        _scores = new float[model.OutputLength];
        BeginSegment();
    }

    public string Name { get; }

    /// <summary>Of the bundle's manifest, lower-case hexadecimal: the identity of all of it.</summary>
    public string Sha256 { get; }

    /// <summary>What every figure of the model must be read with, whatever it answers.</summary>
    public FigureMarks Marks { get; init; }

    public IReadOnlyList<string> Labels => _task.Labels;

    /// <summary>One a label, or the one anomaly score, of the window answered last.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    public LaneStatistics Statistics { get; } = new();

    /// <summary>Forgets what was decided: another stream begins, or this one goes on after a gap.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_decision))]
    public void BeginSegment() =>
        _decision = _task.Kind == TaskKind.Anomaly ? new AnomalyStage(_rule) : new DecisionStage(_rule, Labels.Count);

    /// <summary>Only the scores of a window: it is neither timed nor decided upon.</summary>
    /// <param name="window">Channel-major values.</param>
    /// <returns>False where what the model is given, or what it answers, holds a value that is not finite.</returns>
    public bool TryScore(ReadOnlySpan<float> window)
    {
        _preprocessor.Apply(window, _input);
        return TryPredict();
    }

    /// <param name="window">Channel-major values.</param>
    /// <param name="latenessUs">From the moment the window's last sample was due until the models' turn, us.</param>
    /// <param name="answer">The answer; to be left alone where there is none.</param>
    /// <returns>
    /// False where what the model is given, or what it answers, holds a value that is not finite. That is no answer: it is
    /// counted, and what was decided before is forgotten, as at any gap.
    /// </returns>
    public bool TryRun(ReadOnlySpan<float> window, double latenessUs, out Answer answer)
    {
        var cpuKnown = ThreadCpuClock.TryRead(out var cpuStart);
        var start = _time.GetTimestamp();
        _preprocessor.Apply(window, _input);
        var featuresEnd = _time.GetTimestamp();
        if (!TryPredict())
        {
            Statistics.AddNonFinite(1);
            BeginSegment();
            answer = default;
            return false;
        }

        var decision = _decision.Decide(_scores);
        var end = _time.GetTimestamp();
        cpuKnown &= ThreadCpuClock.TryRead(out var cpuEnd);

        var label = _decision.Suggest(_scores);
        answer = new Answer(
            label,
            _task.Kind == TaskKind.Anomaly ? _scores[0] : _scores[label],
            decision,
            latenessUs + (end - start) * _microsecondsPerTick,
            (featuresEnd - start) * _microsecondsPerTick,
            cpuKnown ? (cpuEnd - cpuStart) / 1e3 : null);
        return true;
    }

    /// <summary>For a window that must have an answer.</summary>
    /// <param name="window">Channel-major values.</param>
    /// <exception cref="InvalidInputException">There is none, because a value is not finite: says which.</exception>
    public Answer Run(ReadOnlySpan<float> window)
    {
        if (TryRun(window, latenessUs: 0, out var answer))
            return answer;
        throw new InvalidInputException(
            Name,
            !FiniteValues.Are(window) ? "does not answer a window that holds NaN or an infinity"
            : !FiniteValues.Are(_input) ? "cannot answer the window: preprocessing gives a value that is not finite"
            : $"cannot answer the window: the model gives a score of {_scores.First(score => !float.IsFinite(score))}");
    }

    public void Dispose() => _model.Dispose();

    /// <summary>Integer arithmetic makes a number of NaN, and trees send it left or right: so the input is looked at as well.</summary>
    private bool TryPredict()
    {
        if (!FiniteValues.Are(_input))
            return false;
        _model.Predict(_input, _scores);
        return FiniteValues.Are(_scores);
    }
}
