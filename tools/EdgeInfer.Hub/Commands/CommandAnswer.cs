using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Hub.Commands;

/// <param name="Reply">Null where none came in time.</param>
/// <param name="Online">What the device's availability says; null where the broker knows none.</param>
public sealed record CommandAnswer(CommandReply? Reply, bool? Online);
