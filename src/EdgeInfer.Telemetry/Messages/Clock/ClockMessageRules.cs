using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.Clock;

internal static class ClockMessageRules
{
    public static MessageRules<ClockMessage> All { get; } = new MessageRules<ClockMessage>()
        .Require(
            "offset_ms",
            message => message.OffsetMs is >= -MessageLimits.MaxInteger and <= MessageLimits.MaxInteger,
            message => message.OffsetMs);
}
