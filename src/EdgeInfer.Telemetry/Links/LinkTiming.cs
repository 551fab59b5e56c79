namespace EdgeInfer.Telemetry.Links;

/// <summary>Durations of a link and its successors, apart so that tests can shorten them.</summary>
internal record LinkTiming
{
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Cap of the back-off: an operator who mends the broker sees the device within half a minute.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A connection that lasts this long is good, and the back-off starts afresh. Longer than <see cref="LongestRetry"/>:
    /// two devices of one id evict each other at that pace.
    /// </summary>
    public TimeSpan Stable { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After another client took our id; two devices of one id would otherwise evict each other many times a second.</summary>
    public TimeSpan TakenOverRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>One attempt to connect, and one request until its acknowledgement: MQTTnet itself would wait for ever.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A broker that hears nothing for one and a half of these sends the will.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The broker sends the will so long after it lost the client: one that is back by then was never offline.</summary>
    public TimeSpan WillDelay { get; init; } = TimeSpan.FromSeconds(30);
}
