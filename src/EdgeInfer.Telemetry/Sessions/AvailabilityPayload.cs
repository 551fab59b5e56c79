namespace EdgeInfer.Telemetry.Sessions;

/// <summary>The two payloads of <c>availability</c>: plain text, as Home Assistant expects them by default.</summary>
public static class AvailabilityPayload
{
    public const string Online = "online";

    public const string Offline = "offline";
}
