namespace EdgeInfer.Telemetry.Links;

/// <summary>A message as it came in: bytes from the network, of whatever the broker lets through.</summary>
/// <param name="Payload">Valid until the handler has returned.</param>
/// <param name="Retained">The broker had kept it: it may be old, and is no command.</param>
public sealed record IncomingMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retained)
{
    /// <summary>Where the sender waits for an answer; null where it does not.</summary>
    public string? ResponseTopic { get; init; }

    /// <summary>What the answer must carry, so that the sender knows it; null where there is none.</summary>
    public byte[]? CorrelationData { get; init; }
}
