using EdgeInfer.Telemetry.Sessions;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>What every message of this process carries.</summary>
internal sealed record Stamp(MqttSession Session, TimeProvider Time)
{
    public string Boot => Session.Boot;

    /// <summary>UTC, ms since 1970.</summary>
    public long Now() => Time.GetUtcNow().ToUnixTimeMilliseconds();
}
