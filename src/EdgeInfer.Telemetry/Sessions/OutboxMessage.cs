namespace EdgeInfer.Telemetry.Sessions;

/// <summary>A message as it goes out; numbered and encoded once, so that a repetition is the same bytes.</summary>
/// <param name="AtLeastOnce">QoS 1; otherwise QoS 0.</param>
internal sealed record OutboxMessage(string Topic, byte[] Payload, bool AtLeastOnce, bool Retain);
