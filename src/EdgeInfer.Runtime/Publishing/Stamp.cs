using EdgeInfer.Runtime.Clocks;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Sessions;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>What every message of this process carries.</summary>
internal sealed record Stamp(MqttSession Session, TimeProvider Time, DeviceClock Clock)
{
    public string Boot => Session.Boot;

    public StampedTime Now() => Clock.Read();
}
