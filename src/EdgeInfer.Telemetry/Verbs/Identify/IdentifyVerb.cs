using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Verbs.Identify;

/// <summary>Asks a device to show itself: it prints a line, and says what it is and what it runs.</summary>
public static class IdentifyVerb
{
    public static CommandVerb<IdentifyArguments, IdentifyResult> Verb { get; } = new(
        "identify",
        new IdentifyJson(MessageJson.Options()).IdentifyArguments,
        new IdentifyJson(MessageJson.Options()).IdentifyResult);
}
