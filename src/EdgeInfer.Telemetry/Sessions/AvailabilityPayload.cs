namespace EdgeInfer.Telemetry.Sessions;

/// <summary>The two payloads of <c>availability</c>: plain text, as Home Assistant expects them by default.</summary>
public static class AvailabilityPayload
{
    public static ReadOnlySpan<byte> Online => "online"u8;

    public static ReadOnlySpan<byte> Offline => "offline"u8;
}
