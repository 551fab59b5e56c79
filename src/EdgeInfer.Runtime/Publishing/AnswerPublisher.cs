using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Outboxes.Feeds;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>
/// Every answer of one stream as one QoS 1 message. The stream's thread only hands the answer over. It waits where the
/// outbox is full, rather than dropping a message that the summary counts.
/// </summary>
internal sealed class AnswerPublisher : IAnswerSink
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    private readonly Stamp _stamp;
    private readonly StreamNames _names;
    private readonly FigureMarks _marks;
    private readonly CancellationToken _stop;
    private readonly MessageFeed<AnswerSlot> _feed;

    /// <param name="marks">Of the stream's sources.</param>
    public AnswerPublisher(Stamp stamp, StreamNames names, FigureMarks marks, CancellationToken stop)
    {
        (_stamp, _names, _marks, _stop) = (stamp, names, marks, stop);
        _feed = stamp.Session.OpenFeed<AnswerSlot, InferenceMessage>(waits: true, () => new AnswerSlot(), MessageOf);
    }

    public void Accept(string stream, in WindowHeader window, ModelLane lane, in Answer answer)
    {
        if (!_feed.TryNext(out var slot, _stop))
            return;
        slot.Fill(stream, window, lane, answer, _stamp.Now());
        _feed.Publish();
    }

    private InferenceMessage MessageOf(AnswerSlot slot, long seq)
    {
        var (lane, window, answer) = (slot.Lane!, slot.Window, slot.Answer);
        var labelled = window.Label != LabelIndex.Unlabelled;
        return new InferenceMessage
        {
            Schema = MessageSchema.Version,
            Ts = slot.Given.Ts,
            TsSynced = slot.Given.Synced,
            MonoMs = slot.Given.MonoMs,
            Boot = _stamp.Boot,
            Seq = seq,
            Stream = _names.Of(slot.Stream),
            Window = string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{slot.Stream}/{window.StartNanoseconds}"),
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
            Scores = labelled ? slot.Scores.ToArray() : null,
            Marks = MessageMarks.Of(lane.Marks.With(_marks)),
        };
    }
}
