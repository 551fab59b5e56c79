using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Gap;
using EdgeInfer.Telemetry.Outboxes.Segments;

namespace EdgeInfer.Telemetry.Outboxes;

/// <summary>How a loss is told: as a message to readers, as a line to an operator.</summary>
internal static class GapText
{
    public static string LineOf(LostRange loss) => FormattableString.Invariant(
        $"{loss.Count} messages are lost ({WordOf(loss.Reason)}): {loss.First} to {loss.Last} of boot {loss.Boot}");

    /// <param name="boot">Of this process.</param>
    public static GapMessage MessageOf(LostRange loss, string boot, StampedTime now, long seq) => new()
    {
        Schema = MessageSchema.Version,
        Ts = now.Ts,
        TsSynced = now.Synced,
        MonoMs = now.MonoMs,
        Boot = boot,
        Seq = seq,
        LostBoot = loss.Boot,
        FirstSeq = loss.First,
        LastSeq = loss.Last,
        Reason = WordOf(loss.Reason),
    };

    private static string WordOf(LossReason reason) => reason switch
    {
        LossReason.Size => "size",
        LossReason.Age => "age",
        LossReason.Damage => "damage",
        _ => throw new InvalidOperationException($"no word for {reason}"),
    };
}
