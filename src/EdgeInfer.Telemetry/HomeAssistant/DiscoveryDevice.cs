namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>The device in Home Assistant's registry.</summary>
internal sealed record DiscoveryDevice(
    IReadOnlyList<string> Identifiers, string Name, string Manufacturer, string Model, string SwVersion, string? SerialNumber);
