namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>One entity. With a platform and nothing else it tells Home Assistant to remove the entity.</summary>
internal sealed record DiscoveryComponent(string Platform)
{
    public string? Name { get; init; }

    public string? UniqueId { get; init; }

    public string? DefaultEntityId { get; init; }

    public string? StateTopic { get; init; }

    public string? ValueTemplate { get; init; }

    public string? DeviceClass { get; init; }

    public string? StateClass { get; init; }

    public string? UnitOfMeasurement { get; init; }

    /// <summary>Every state that there is, where the device class is enum.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>
    /// Seconds after which a value that nothing renewed is unavailable. Never on a retained topic: after a restart Home Assistant
    /// would take the old value for a new one.
    /// </summary>
    public int? ExpireAfter { get; init; }

    public string? EntityCategory { get; init; }

    public int? SuggestedDisplayPrecision { get; init; }

    public string? JsonAttributesTopic { get; init; }

    public string? JsonAttributesTemplate { get; init; }
}
