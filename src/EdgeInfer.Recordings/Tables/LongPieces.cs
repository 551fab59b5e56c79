namespace EdgeInfer.Recordings.Tables;

/// <summary>
/// Counts how often the clock of a group was set back in a long table. Each channel is followed by itself, since a table in the order of
/// channels goes back to the start of time with each of them.
/// </summary>
internal sealed class LongPieces
{
    /// <summary>A row that is later than this many steps is not late: its channel begins anew.</summary>
    private const int LatestSteps = 10;

    /// <summary>Of each channel its newest time, its shortest step forward so far, and the piece that it is in.</summary>
    private readonly Dictionary<(int Group, int Channel), (long Time, long Step, int Piece)> _last = [];

    /// <summary>The piece that a row belongs to, from 0.</summary>
    public int Of(int group, int channel, long time)
    {
        if (!_last.TryGetValue((group, channel), out var last))
        {
            _last[(group, channel)] = (time, long.MaxValue, 0);
            return 0;
        }

        var step = time - last.Time;
        if (step < 0 && -step / LatestSteps <= last.Step)
            return last.Piece;
        var piece = step < 0 ? last.Piece + 1 : last.Piece;
        _last[(group, channel)] = (time, step > 0 ? Math.Min(step, last.Step) : last.Step, piece);
        return piece;
    }
}
