using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Clocks;

/// <summary>Turns what a clock on the wall shows into UTC.</summary>
internal sealed class LocalTime
{
    private readonly TimeZoneInfo _zone;

    /// <exception cref="InvalidInputException">There is no such zone.</exception>
    public LocalTime(string zone, string path) => _zone = TimeZones.Find(zone)
        ?? throw new InvalidInputException(path, $"time zone '{zone}' is not known on this machine");

    /// <summary>Where clocks were put forward over this time, the words that say so; null where the time exists.</summary>
    public string? Gap(long nanoseconds) => _zone.IsInvalidTime(Face(nanoseconds))
        ? $"does not exist in {_zone.Id}, whose clocks were put forward over it: is the zone right? A clock that never jumps has zone 'UTC'"
        : null;

    /// <summary>Whether clocks were put back over this time, so that it came twice.</summary>
    public bool IsTwice(long nanoseconds) => _zone.IsAmbiguousTime(Face(nanoseconds));

    /// <summary>UTC of a time; of one that came twice, the first.</summary>
    public long ToUtc(long nanoseconds) => nanoseconds - Offset(nanoseconds, second: false);

    /// <summary>
    /// UTC of rows in their order. Where clocks were put back, the rows of the repeated time belong to its first pass up to one row,
    /// and to the second from there: the row at which the clock steps back, so that time goes on rising.
    /// </summary>
    public void ToUtc(Span<long> times)
    {
        var step = MedianStep(times);
        for (var i = 0; i < times.Length;)
        {
            if (!IsTwice(times[i]))
            {
                times[i] = ToUtc(times[i]);
                i++;
                continue;
            }

            var end = i + 1;
            while (end < times.Length && IsTwice(times[end]))
                end++;
            // Rows before are in UTC already.
            var before = i > 0 ? times[i - 1] + Offset(times[i], second: false) : (long?)null;
            var second = SecondPass(times[i..end], before, end < times.Length ? times[end] : null, step, Repeated(times[i]));
            for (var row = i; row < end; row++)
                times[row] -= Offset(times[row], row - i >= second);
            i = end;
        }
    }

    /// <summary>
    /// The hour that was repeated must be added to one step: to the one that it makes most like a common step. The step into the
    /// first row and the one out of the last are free where the recording begins or ends there.
    /// </summary>
    private static int SecondPass(ReadOnlySpan<long> rows, long? before, long? after, long common, long repeated)
    {
        var (best, bestCost) = (rows.Length, long.MaxValue);
        for (var i = rows.Length; i >= 0; i--)
        {
            var from = i == 0 ? before : rows[i - 1];
            var to = i == rows.Length ? after : rows[i];
            var cost = from is null || to is null
                ? 0
                : Math.Abs(to.Value - from.Value + repeated - common) - Math.Abs(to.Value - from.Value - common);
            if (cost < bestCost)
                (best, bestCost) = (i, cost);
        }

        return best;
    }

    private static long MedianStep(ReadOnlySpan<long> times) =>
        RateOfTimes.Of(times) is { } rate ? (long)(TimeUnit.NanosecondsPerSecond / rate) : 0;

    private long Repeated(long nanoseconds) => Offset(nanoseconds, second: false) - Offset(nanoseconds, second: true);

    private long Offset(long nanoseconds, bool second)
    {
        var face = Face(nanoseconds);
        if (!_zone.IsAmbiguousTime(face))
            return _zone.GetUtcOffset(face).Ticks * TimeSpan.NanosecondsPerTick;
        var offsets = _zone.GetAmbiguousTimeOffsets(face);
        return (second ? offsets.Min() : offsets.Max()).Ticks * TimeSpan.NanosecondsPerTick;
    }

    private static DateTime Face(long nanoseconds) => new(
        DateTime.UnixEpoch.Ticks + Math.DivRem(nanoseconds, TimeSpan.NanosecondsPerTick).Quotient, DateTimeKind.Unspecified);
}
