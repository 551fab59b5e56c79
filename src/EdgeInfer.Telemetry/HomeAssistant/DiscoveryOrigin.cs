namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>Which program says it all.</summary>
internal sealed record DiscoveryOrigin(string Name, string SwVersion);
