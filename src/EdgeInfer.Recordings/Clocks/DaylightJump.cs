using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Clocks;

/// <summary>Finds the step of an hour that a clock on the wall takes when daylight saving begins or ends.</summary>
internal static class DaylightJump
{
    /// <summary>Clocks are put forward or back in the night, wherever that is done.</summary>
    private const int LastHourOfNight = 4;

    private const string Format = "yyyy-MM-dd HH:mm:ss.fff";

    /// <exception cref="InvalidInputException">Times without offset or zone jump by an hour.</exception>
    public static void Refuse(ReadOnlySpan<long> times, ReadOnlySpan<int> lines, string path)
    {
        if (RateOfTimes.Of(times) is not { } rate || rate * 3600 < 1)
            return;
        var common = (long)(TimeUnit.NanosecondsPerSecond / rate);
        for (var i = 1; i < times.Length; i++)
        {
            if (!IsJump(times[i - 1], times[i], common))
                continue;
            throw InvalidInputException.AtLine(
                path,
                lines[i],
                $"the clock jumps from {Text(times[i - 1])} to {Text(times[i])}, as where daylight saving begins or ends: give the time "
                + "zone, as timestamp.zone or init's --zone (for example Europe/Madrid), or 'UTC' where the clock has no daylight saving");
        }
    }

    // Forward, a whole hour of the clock is left out; back, one comes again.
    private static bool IsJump(long before, long after, long common)
    {
        var beyond = Math.Abs(after - before - common);
        return Math.Abs(beyond - TimeUnit.NanosecondsPerHour) <= common / 2 + TimeUnit.NanosecondsPerSecond
            && (after < before || HourOf(before) != HourOf(after))
            && HourOf(after) <= LastHourOfNight;
    }

    private static long HourOf(long time) =>
        (time % TimeUnit.NanosecondsPerDay + TimeUnit.NanosecondsPerDay) % TimeUnit.NanosecondsPerDay / TimeUnit.NanosecondsPerHour;

    private static string Text(long time) =>
        DateTime.UnixEpoch.AddTicks(time / TimeSpan.NanosecondsPerTick).ToString(Format, CultureInfo.InvariantCulture);
}
