using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>What must hold of the fields that a message has from <see cref="DeviceMessage"/> and <see cref="NumberedMessage"/>.</summary>
internal static class HeadRules
{
    public static IReadOnlyList<FieldRule<DeviceMessage>> All { get; } =
    [
        new(
            "schema",
            message => message.Schema == MessageSchema.Version,
            message => message.Schema,
            new FieldBounds(Constant: MessageSchema.Version),
            Rejection.Schema),
        .. new MessageRules<DeviceMessage>()
            .Require(
                "ts",
                message => message.Ts is >= 0 and <= MessageLimits.MaxInteger,
                message => message.Ts,
                new FieldBounds(Minimum: 0))
            .AtLeast(0, "mono_ms", message => message.MonoMs)
            .Text("boot", message => message.Boot)
            .Require(
                "seq",
                message => message is not NumberedMessage { Seq: < 1 or > MessageLimits.MaxInteger },
                message => ((NumberedMessage)message).Seq,
                new FieldBounds(Minimum: 1))
            .All,
    ];
}
