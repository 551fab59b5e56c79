using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>
/// Every answer as one QoS 1 message. A replay waits where the outbox is full, rather than dropping a message that the
/// summary counts.
/// </summary>
internal sealed class AnswerPublisher(
    Stamp stamp, StreamNames names, FigureMarks marks, CancellationToken stop) : IAnswerSink
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    public void Accept(string stream, in WindowHeader window, ModelLane lane, in Answer answer)
    {
        var (header, given, now) = (window, answer, stamp.Now());
        var entered = stamp.Session.PublishAsync(seq => Message(seq, now, stream, header, lane, given), stop);
        // The stream's thread has nothing else to do: its next window waits for this one's message, and counts it as lateness.
        if (!entered.IsCompletedSuccessfully)
            entered.AsTask().GetAwaiter().GetResult();
    }

    private InferenceMessage Message(
        long seq, StampedTime now, string stream, in WindowHeader window, ModelLane lane, in Answer answer)
    {
        var labelled = window.Label != LabelIndex.Unlabelled;
        return new InferenceMessage
        {
            Schema = MessageSchema.Version,
            Ts = now.Ts,
            TsSynced = now.Synced,
            MonoMs = now.MonoMs,
            Boot = stamp.Boot,
            Seq = seq,
            Stream = names.Of(stream),
            Window = string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{stream}/{window.StartNanoseconds}"),
            StartMs = window.StartNanoseconds / NanosecondsPerMillisecond,
            Segment = window.Segment,
            Model = lane.Name,
            Label = lane.Labels[answer.Label],
            Score = answer.Score,
            Decision = answer.Decision == LabelIndex.Unlabelled ? null : lane.Labels[answer.Decision],
            LatencyUs = answer.LatencyUs,
            FeaturesUs = answer.FeaturesUs,
            DecodeUs = window.DecodeUs,
            CpuUs = answer.CpuUs,
            Truth = labelled ? lane.Labels[window.Label] : null,
            Scores = labelled ? lane.Scores.ToArray() : null,
            Marks = MessageMarks.Of(lane.Marks.With(marks)),
        };
    }
}
