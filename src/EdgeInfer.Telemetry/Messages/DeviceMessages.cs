using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Messages.Clock;
using EdgeInfer.Telemetry.Messages.Gap;
using EdgeInfer.Telemetry.Messages.Health;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Info;
using EdgeInfer.Telemetry.Messages.ModelState;
using EdgeInfer.Telemetry.Messages.Summary;

namespace EdgeInfer.Telemetry.Messages;

/// <summary>What a device says: the one place beside its own folder that a kind of message is named in.</summary>
public static class DeviceMessages
{
    public static MessageCatalogue All { get; } = new(
    [
        AvailabilityMessage.Kind,
        InfoMessage.Kind,
        ModelStateMessage.Kind,
        HealthMessage.Kind,
        InferenceMessage.Kind,
        SummaryMessage.Kind,
        ClockMessage.Kind,
        GapMessage.Kind,
    ]);
}
