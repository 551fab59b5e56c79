namespace EdgeInfer.Telemetry.Kinds;

/// <inheritdoc cref="Received"/>
public sealed record Received<T>(string Site, string Device, T Message) : Received(Site, Device)
    where T : class
{
    public override DeviceMessage? Stamped => Message as DeviceMessage;
}
