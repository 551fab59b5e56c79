namespace EdgeInfer.Telemetry.Kinds;

/// <summary>Version of the payloads; a reader refuses any other.</summary>
public static class MessageSchema
{
    public const int Version = 1;
}
