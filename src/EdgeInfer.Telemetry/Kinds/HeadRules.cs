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
            .Text("boot", message => message.Boot)
            .Require(
                "seq",
                message => message is not NumberedMessage { Seq: < 1 or > MessageLimits.MaxSeq },
                message => ((NumberedMessage)message).Seq,
                new FieldBounds(Minimum: 1))
            .All,
    ];
}
