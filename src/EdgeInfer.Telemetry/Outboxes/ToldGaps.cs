using EdgeInfer.Telemetry.Outboxes.Segments;

namespace EdgeInfer.Telemetry.Outboxes;

/// <summary>
/// The gaps that this process has published. A message that says a gap can be lost like any other, and what it said must then be
/// said again, or the numbers it named would be missing without a word.
/// </summary>
/// <param name="boot">Of this process.</param>
internal sealed class ToldGaps(string boot)
{
    /// <summary>An outbox has sixteen files, and says one gap for each that leaves; the older ones have long reached the broker.</summary>
    private const int Most = 1_024;

    private readonly List<(long Seq, LostRange Loss)> _told = [];

    /// <param name="seq">Of the message that says it.</param>
    public void Add(long seq, LostRange loss)
    {
        if (_told.Count == Most)
            _told.RemoveAt(0);
        _told.Add((seq, loss));
    }

    /// <summary>What a new loss makes necessary to say: itself, with the gaps whose messages are lost in it.</summary>
    public IReadOnlyList<LostRange> ToTell(LostRange loss)
    {
        var lost = new List<LostRange> { loss };
        if (loss.Boot == boot)
        {
            lost.AddRange(_told.Where(gap => gap.Seq >= loss.First && gap.Seq <= loss.Last).Select(gap => gap.Loss));
            _told.RemoveAll(gap => gap.Seq >= loss.First && gap.Seq <= loss.Last);
        }

        return Joined(lost);
    }

    private static List<LostRange> Joined(List<LostRange> ranges)
    {
        var joined = new List<LostRange>();
        foreach (var range in ranges.OrderBy(range => range.Boot, StringComparer.Ordinal).ThenBy(range => range.First))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Boot == range.Boot && range.First <= last.Last + 1)
                joined[^1] = last with { Last = Math.Max(last.Last, range.Last) };
            else
                joined.Add(range);
        }

        return joined;
    }
}
