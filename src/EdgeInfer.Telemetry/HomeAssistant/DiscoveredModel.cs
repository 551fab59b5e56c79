namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>A model whose answers have entities.</summary>
/// <param name="Name">As in topics.</param>
/// <param name="Labels">Every label that it answers with.</param>
public sealed record DiscoveredModel(string Name, IReadOnlyList<string> Labels);
