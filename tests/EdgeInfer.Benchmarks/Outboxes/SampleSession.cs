using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Outboxes.Feeds;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>A device's session, published into as a device does.</summary>
internal sealed class SampleSession : IAsyncDisposable
{
    private SampleSession(MqttSession session) =>
        (Session, Feed) = (session, session.OpenFeed<SampleSlot, InferenceMessage>(
            waits: true, static () => new SampleSlot(), (slot, seq) => SampleMessages.Of(session.Boot, slot, seq)));

    public MqttSession Session { get; }

    public MessageFeed<SampleSlot> Feed { get; }

    /// <param name="state">Folder of the outbox; null for one in memory.</param>
    /// <param name="startsWithoutBroker">Where no broker is there yet.</param>
    public static async Task<SampleSession> OpenAsync(int port, string? state, bool startsWithoutBroker = false) => new(
        await MqttSession.ConnectAsync(
            new SessionOptions
            {
                Host = "127.0.0.1",
                Port = port,
                Topics = new DeviceTopics("lab", "pi5"),
                Now = SampleMessages.Now,
                StateFolder = state,
                StartsWithoutBroker = startsWithoutBroker,
            },
            TimeProvider.System).ConfigureAwait(false));

    public void Publish(int number)
    {
        if (!Feed.TryNext(out var slot, CancellationToken.None))
            return;
        slot.Fill(number);
        Feed.Publish();
    }

    /// <summary>Until the outbox has numbered so many messages, and the broker has answered for all.</summary>
    public async Task DeliveredAsync(long messages)
    {
        while (Session.LastSeq < messages || Session.OutboxDepth > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10)).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
