using EdgeInfer.Measurement.Machine;
using EdgeInfer.Runtime.Hosting;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Messages;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>What a device says of itself before its first answer; both messages are retained.</summary>
internal static class Announcement
{
    public static async Task PublishAsync(Stamp stamp, IReadOnlyList<ModelLane> lanes, CancellationToken stop)
    {
        var machine = MachineInfo.Read();
        await stamp.Session.PublishAsync(
            seq => new InfoMessage(
                MessageSchema.Version, stamp.Now(), stamp.Boot, seq, Product.Version, HostKind.Name, machine.Describe(),
                machine.Os, machine.Cores),
            stop).ConfigureAwait(false);
        await stamp.Session.PublishAsync(
            seq => new ModelStateMessage(
                MessageSchema.Version, stamp.Now(), stamp.Boot, seq, [.. lanes.Select(lane => lane.Name)],
                [.. lanes.Select(lane => lane.Sha256)]),
            stop).ConfigureAwait(false);
    }
}
