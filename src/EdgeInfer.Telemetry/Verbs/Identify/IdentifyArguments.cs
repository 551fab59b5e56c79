namespace EdgeInfer.Telemetry.Verbs.Identify;

/// <summary>Nothing: the verb needs no args.</summary>
public sealed record IdentifyArguments;
