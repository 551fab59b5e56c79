using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Messages.Availability;

/// <summary>
/// Whether the device is connected; plain text, as Home Assistant expects it by default. Offline is the will and the farewell.
/// </summary>
public sealed record AvailabilityMessage(bool Online) : IMessage<AvailabilityMessage>
{
    public static MessageKind<AvailabilityMessage> Kind { get; } = new(
        "availability", "availability", static _ => [], atLeastOnce: true, retain: true, new AvailabilityText(), new());
}
