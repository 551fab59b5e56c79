using EdgeInfer.Telemetry.Messages;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>A message from a device, parsed and checked; a number that came twice appears once.</summary>
public abstract record Received(string Site, string Device)
{
    public sealed record Availability(string Site, string Device, bool Online) : Received(Site, Device);

    public sealed record Info(string Site, string Device, InfoMessage Message) : Received(Site, Device);

    public sealed record ModelState(string Site, string Device, ModelStateMessage Message) : Received(Site, Device);

    public sealed record Telemetry(string Site, string Device, TelemetryMessage Message) : Received(Site, Device);

    public sealed record Inference(string Site, string Device, InferenceMessage Message) : Received(Site, Device);

    public sealed record Comparison(string Site, string Device, ComparisonMessage Message) : Received(Site, Device);
}
