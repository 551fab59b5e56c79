using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>One line a reason and period, however many commands are refused: a flood must not fill the log.</summary>
internal sealed class RefusalNotices(Action<string> notice)
{
    private const long PeriodMs = 10_000;

    private readonly Dictionary<CommandRefusal, (long ToldMs, long Untold)> _reasons = [];

    /// <param name="what">The command and what is wrong with it.</param>
    public void Tell(CommandRefusal reason, long monoMs, string what)
    {
        if (_reasons.TryGetValue(reason, out var last) && monoMs - last.ToldMs < PeriodMs)
        {
            _reasons[reason] = last with { Untold = last.Untold + 1 };
            return;
        }

        _reasons[reason] = (monoMs, 0);
        notice(last.Untold == 0 ? what : FormattableString.Invariant($"{what} ({last.Untold} more of this kind since the last line)"));
    }
}
