namespace EdgeInfer.Telemetry.Kinds;

/// <summary>A message from a device, parsed and checked.</summary>
public abstract record Received(string Site, string Device)
{
    /// <summary>The message, where it carries a number; null otherwise.</summary>
    public NumberedMessage? Numbered => Stamped as NumberedMessage;

    /// <summary>The message, where it carries a time; null for availability.</summary>
    public abstract DeviceMessage? Stamped { get; }
}
