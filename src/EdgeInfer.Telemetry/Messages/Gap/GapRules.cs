using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.Gap;

internal static class GapRules
{
    public static MessageRules<GapMessage> All { get; } = new MessageRules<GapMessage>()
        .Text("lost_boot", message => message.LostBoot)
        .AtLeast(1, "first_seq", message => message.FirstSeq)
        .Require("last_seq", message => message.LastSeq >= message.FirstSeq, message => message.LastSeq)
        .OneOf("reason", ["size", "age", "damage"], message => message.Reason);
}
