namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>One device as Home Assistant discovers it, entities and all.</summary>
internal sealed record DiscoveryPayload
{
    public required DiscoveryDevice Device { get; init; }

    public required DiscoveryOrigin Origin { get; init; }

    /// <summary>Holds for every entity: with the device's will they become unavailable.</summary>
    public required string AvailabilityTopic { get; init; }

    /// <summary>By a key that stays the same for as long as the entity lives.</summary>
    public required IReadOnlyDictionary<string, DiscoveryComponent> Components { get; init; }
}
