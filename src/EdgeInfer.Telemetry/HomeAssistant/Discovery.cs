using System.Text.Json;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>The discovery payload of a device, and what an earlier one still showed.</summary>
internal static class Discovery
{
    private const string Program = "EdgeInfer";

    public static readonly IReadOnlyDictionary<string, DiscoveryComponent> Nothing = new Dictionary<string, DiscoveryComponent>();

    /// <summary>Fewer entities, step by step, until the payload is one that may be sent.</summary>
    /// <returns>What to write, and what was left out of it in words; null where nothing was.</returns>
    public static (DiscoveredDevice Device, string? LeftOut) Fitting(DiscoveredDevice device)
    {
        if (device.WindowsPerSecond is not null && device.Streams.Count > DiscoveryLimits.MaxStreams)
            return (
                Fitting(device with { Streams = [] }).Device,
                FormattableString.Invariant($"{device.Streams.Count} streams are more than {DiscoveryLimits.MaxStreams}: ")
                + "one label, score and latency a model, over all its streams");
        if (Fits(device))
            return (device, null);
        var joined = device with { Streams = [] };
        return Fits(joined)
            ? (joined, "too many models and labels: one label, score and latency a model, over all its streams")
            : (joined with { WindowsPerSecond = null }, "too many models and labels: summaries only");
    }

    /// <param name="removed">Entities to remove, by key; one that the device has is kept.</param>
    public static byte[] Write(DiscoveredDevice device, IReadOnlyDictionary<string, DiscoveryComponent> removed)
    {
        var components = new SortedDictionary<string, DiscoveryComponent>(StringComparer.Ordinal);
        foreach (var (key, component) in DiscoveryEntities.Of(device))
            components.Add(key, component);
        foreach (var (key, component) in removed)
            components.TryAdd(key, component);
        var payload = new DiscoveryPayload
        {
            Device = new DiscoveryDevice(
                [DiscoveryTopics.IdOf(device.Topics)],
                $"{device.Topics.Site} {device.Topics.Device}",
                Program,
                device.Model,
                device.Version,
                device.SerialNumber),
            Origin = new DiscoveryOrigin(Program, device.Version),
            AvailabilityTopic = device.Topics.Below("availability"),
            Components = components,
        };
        return JsonSerializer.SerializeToUtf8Bytes(payload, DiscoveryJson.Readable.DiscoveryPayload);
    }

    /// <summary>
    /// What an earlier payload shows, as components that remove it; those that it removed itself are gone by now. Empty for bytes that
    /// are no such payload: they may come from anybody.
    /// </summary>
    public static IReadOnlyDictionary<string, DiscoveryComponent> RemovalOf(ReadOnlyMemory<byte> earlier)
    {
        var removed = new Dictionary<string, DiscoveryComponent>();
        if (earlier.Length is 0 or > MessageLimits.MaxPayloadBytes)
            return removed;
        try
        {
            using var document = JsonDocument.Parse(earlier);
            if (document.RootElement.ValueKind is not JsonValueKind.Object
                || !document.RootElement.TryGetProperty("components", out var components)
                || components.ValueKind is not JsonValueKind.Object)
                return removed;
            foreach (var component in components.EnumerateObject().Take(DiscoveryLimits.MaxRemoved))
            {
                if (EntityKeys.IsKey(component.Name)
                    && component.Value.ValueKind is JsonValueKind.Object
                    && component.Value.TryGetProperty("unique_id", out _)
                    && component.Value.TryGetProperty("platform", out var platform)
                    && platform.ValueKind is JsonValueKind.String
                    && platform.GetString() is "sensor" or "binary_sensor")
                    removed[component.Name] = new DiscoveryComponent(platform.GetString()!);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            removed.Clear();
        }

        return removed;
    }

    private static bool Fits(DiscoveredDevice device) => Write(device, Nothing).Length <= MessageLimits.MaxPayloadBytes;
}
