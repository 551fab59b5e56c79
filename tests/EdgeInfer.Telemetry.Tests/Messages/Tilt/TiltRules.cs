using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Tests.Messages.Tilt;

internal static class TiltRules
{
    public static MessageRules<TiltMessage> All { get; } = new MessageRules<TiltMessage>()
        .OneOf("axis", ["x", "y"], message => message.Axis)
        .AtLeast(0, "angle_deg", message => message.AngleDeg);
}
