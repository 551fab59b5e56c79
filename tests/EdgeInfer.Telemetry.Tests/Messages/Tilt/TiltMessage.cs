using System.Text.Json.Serialization;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Numbers;

namespace EdgeInfer.Telemetry.Tests.Messages.Tilt;

/// <summary>How far the device leans.</summary>
public sealed record TiltMessage : NumberedMessage, IMessage<TiltMessage>
{
    public static MessageKind<TiltMessage> Kind { get; } = new(
        "tilt",
        "tilt/{axis}",
        static message => [message.Axis],
        atLeastOnce: true,
        retain: true,
        new JsonPayload<TiltMessage>(new TiltJson(MessageJson.Options()).TiltMessage),
        TiltRules.All);

    /// <summary>Axis that it turns about.</summary>
    public required string Axis { get; init; }

    /// <summary>Angle from the upright.</summary>
    public required float AngleDeg { get; init; }

    /// <summary>How long it has leant.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public double? SinceS { get; init; }
}
