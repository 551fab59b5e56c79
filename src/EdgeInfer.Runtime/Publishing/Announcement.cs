using EdgeInfer.Core.Marks;
using EdgeInfer.Measurement.Machine;
using EdgeInfer.Runtime.Hosting;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Info;
using EdgeInfer.Telemetry.Messages.ModelState;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>What a device says of itself before its first answer; both messages are retained.</summary>
internal static class Announcement
{
    public static async Task PublishAsync(Stamp stamp, IReadOnlyList<ServedModel> models, CancellationToken stop)
    {
        var (machine, now) = (MachineInfo.Read(), stamp.Now());
        await stamp.Session.PublishAsync(
            seq => new InfoMessage
            {
                Schema = MessageSchema.Version,
                Ts = now.Ts,
                TsSynced = now.Synced,
                MonoMs = now.MonoMs,
                Boot = stamp.Boot,
                Seq = seq,
                Version = Product.Version,
                Host = HostKind.Name,
                Machine = machine.Describe(),
                Os = machine.Os,
                Cores = machine.Cores,
                Processor = machine.Processor,
                Architecture = machine.Architecture,
                Board = machine.Board,
                MemoryBytes = machine.MemoryBytes,
            },
            stop).ConfigureAwait(false);
        await stamp.Session.PublishAsync(
            seq => new ModelStateMessage
            {
                Schema = MessageSchema.Version,
                Ts = now.Ts,
                TsSynced = now.Synced,
                MonoMs = now.MonoMs,
                Boot = stamp.Boot,
                Seq = seq,
                Models = [.. models.Select(model => model.Name)],
                ModelSha256 = [.. models.Select(model => model.Sha256)],
                Marks = MessageMarks.Of(models.Aggregate(default(FigureMarks), (marks, model) => marks.With(model.Marks))),
            },
            stop).ConfigureAwait(false);
    }
}
