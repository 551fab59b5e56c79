using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Verbs.Identify;

namespace EdgeInfer.Telemetry.Verbs;

/// <summary>What a device can be told: the one place beside its own folder that a verb is named in.</summary>
public static class DeviceVerbs
{
    public static IReadOnlyList<CommandVerb> All { get; } = [IdentifyVerb.Verb];
}
