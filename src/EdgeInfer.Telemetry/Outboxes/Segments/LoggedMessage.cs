using EdgeInfer.Telemetry.Links;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>A numbered message in an outbox.</summary>
/// <param name="End">Just after it in the log; null while it is in memory only.</param>
internal sealed record LoggedMessage(OutgoingMessage Message, long Seq, LogPosition? End = null);
