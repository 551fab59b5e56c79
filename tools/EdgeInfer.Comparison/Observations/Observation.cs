using System.Diagnostics.CodeAnalysis;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Evaluation;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Messages.Inference;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Observations;

/// <summary>One model's answer to one window with a known truth, wherever it was given.</summary>
/// <param name="Stream">Recording that was played.</param>
/// <param name="Window">Window id, equal for all models that saw the window.</param>
/// <param name="Model">Name of the bundle.</param>
/// <param name="ModelSha256">SHA-256 of model.json of the bundle that answered.</param>
/// <param name="Label">Label that this window alone suggests.</param>
/// <param name="Truth">True label.</param>
/// <param name="Scores">Probability of every label, in the manifest's order; of an anomaly task the one score.</param>
/// <param name="LatencyUs">From the due time of the window's last sample to the answer, features included, us.</param>
/// <param name="FeaturesUs">Part of the work that went into features or preprocessing, us.</param>
/// <param name="CpuUs">CPU time of features and model, us; null where the platform does not count it.</param>
/// <param name="StartMs">Sensor time of the window's first sample, ms.</param>
/// <param name="Segment">Number of the piece of the stream, without a gap, that the window lies in.</param>
/// <param name="Decision">Label after the decision stage; null before its first.</param>
public sealed record Observation(
    string Stream,
    string Window,
    string Model,
    string ModelSha256,
    string Label,
    string Truth,
    IReadOnlyList<float> Scores,
    double LatencyUs,
    double FeaturesUs,
    double? CpuUs,
    long StartMs,
    int Segment,
    string? Decision)
{
    /// <summary>What the answer must be read with.</summary>
    public FigureMarks Marks { get; init; }

    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Part of the latency that went into decoding the frame, us; null where nothing is decoded.</summary>
    public double? DecodeUs { get; init; }

    /// <summary>False for a message without truth or scores, which no accuracy can stand on.</summary>
    /// <param name="message">As it came.</param>
    /// <param name="sha256">Of model.json of the bundle that answered, as the device's model/state says.</param>
    /// <param name="observation">The same, of the recording that the window's id names.</param>
    public static bool TryFrom(InferenceMessage message, string sha256, [NotNullWhen(true)] out Observation? observation)
    {
        observation = message is { Truth: { } truth, Scores: { } scores }
            ? new(
                RecordingOf(message),
                message.Window,
                message.Model,
                sha256,
                message.Label,
                truth,
                scores,
                message.LatencyUs,
                message.FeaturesUs,
                message.CpuUs,
                message.StartMs,
                message.Segment,
                message.Decision)
            {
                DecodeUs = message.DecodeUs,
                Marks = FigureMarks.OfWords(message.Marks),
            }
            : null;
        return observation is not null;
    }

    /// <summary>False for a window without truth.</summary>
    /// <param name="answer">As the device's pipeline gave it in this process.</param>
    /// <param name="model">Of the bundle that gave it.</param>
    /// <param name="lane">That answered.</param>
    /// <param name="data">Marks of the recordings.</param>
    /// <param name="observation">The same in the words of the manifest.</param>
    public static bool TryFrom(
        AnsweredWindow answer, Manifest model, ModelLane lane, FigureMarks data, [NotNullWhen(true)] out Observation? observation)
    {
        var labels = model.Task.Labels;
        observation = answer.Truth == LabelIndex.Unlabelled
            ? null
            : new(
                answer.Stream,
                Invariant($"{answer.Stream}/{answer.StartNanoseconds}"),
                model.Name,
                lane.Sha256,
                labels[answer.Label],
                labels[answer.Truth],
                answer.Scores,
                answer.LatencyUs,
                answer.FeaturesUs,
                answer.CpuUs,
                answer.StartNanoseconds / NanosecondsPerMillisecond,
                answer.Segment,
                answer.Decision == LabelIndex.Unlabelled ? null : labels[answer.Decision])
            {
                DecodeUs = answer.DecodeUs,
                Marks = lane.Marks.With(data),
            };
        return observation is not null;
    }

    /// <summary>The topic's name of a stream is not always the recording's id, which the window keeps.</summary>
    private static string RecordingOf(InferenceMessage message) =>
        message.Window.LastIndexOf('/') is var slash and > 0 ? message.Window[..slash] : message.Stream;

    /// <summary>For the evaluation that the device's own answers take.</summary>
    internal AnsweredWindow ToAnswer(IReadOnlyList<string> labels)
    {
        string[] names = [.. labels];
        return new(
            Stream,
            Segment,
            StartMs * NanosecondsPerMillisecond,
            Array.IndexOf(names, Truth),
            Array.IndexOf(names, Label),
            Decision is null ? LabelIndex.Unlabelled : Array.IndexOf(names, Decision),
            [.. Scores],
            LatencyUs,
            FeaturesUs,
            CpuUs)
        {
            DecodeUs = DecodeUs,
        };
    }
}
