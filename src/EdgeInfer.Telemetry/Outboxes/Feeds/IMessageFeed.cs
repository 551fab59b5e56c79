namespace EdgeInfer.Telemetry.Outboxes.Feeds;

/// <summary>A feed, whatever its messages are made of.</summary>
internal interface IMessageFeed
{
    /// <summary>Messages that found no room; they took no number.</summary>
    long Dropped { get; }

    /// <summary>Makes the messages that were handed over.</summary>
    void Drain();
}
