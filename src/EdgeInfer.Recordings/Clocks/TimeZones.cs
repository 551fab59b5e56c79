using System.Text.RegularExpressions;

namespace EdgeInfer.Recordings.Clocks;

/// <summary>Time zones by their IANA name, from the operating system's files.</summary>
internal static partial class TimeZones
{
    private const string Utc = "UTC";

    /// <summary>The zone, or null where there is none of that name.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        if (name == Utc)
            return TimeZoneInfo.Utc;
        // A name becomes a path below the folder of zones: nothing else may be opened by it.
        if (!ZoneName().IsMatch(name))
            return null;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,3}$")]
    private static partial Regex ZoneName();
}
