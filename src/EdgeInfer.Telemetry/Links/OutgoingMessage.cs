namespace EdgeInfer.Telemetry.Links;

/// <summary>A message as it goes out; numbered and encoded once, so that a repetition is the same bytes.</summary>
/// <param name="AtLeastOnce">QoS 1; otherwise QoS 0.</param>
/// <param name="CorrelationData">Of the request that it answers; null for all else.</param>
public sealed record OutgoingMessage(
    string Topic, byte[] Payload, bool AtLeastOnce, bool Retain, byte[]? CorrelationData = null)
{
    /// <summary>What MQTT 5 says of the payload. Node-RED makes an object of JSON by it; all but availability is JSON.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Where the sender waits for an answer; null where it does not.</summary>
    public string? ResponseTopic { get; init; }

    /// <summary>How long the broker keeps it for who is away; null for as long as it likes.</summary>
    public TimeSpan? ExpiresAfter { get; init; }
}
