using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.Health;

internal static class HealthRules
{
    public static MessageRules<HealthMessage> All { get; } = new MessageRules<HealthMessage>()
        .AtLeast(0, "uptime_s", message => message.UptimeS)
        .AtLeast(0, "windows", message => message.Windows)
        .AtLeast(0, "windows_per_s", message => message.WindowsPerS)
        .AtLeast(0, "cpu_s", message => message.CpuS)
        .AtLeast(0, "resident_bytes", message => message.ResidentBytes)
        .AtLeast(0, "outbox_depth", message => message.OutboxDepth)
        .AtLeast(0, "outbox_bytes", message => message.OutboxBytes)
        .AtLeast(0, "outbox_dropped", message => message.OutboxDropped)
        .AtLeast(0, "outbox_refused", message => message.OutboxRefused)
        .AtLeast(0, "disk_failures", message => message.DiskFailures)
        .AtLeast(0, "reconnects", message => message.Reconnects)
        .AtLeast(0, "id_conflicts", message => message.IdConflicts)
        .AtLeast(0, "commands_done", message => message.CommandsDone)
        .AtLeast(0, "commands_refused", message => message.CommandsRefused)
        .AtLeast(0, "commands_failed", message => message.CommandsFailed)
        .Marks(message => message.Marks);
}
