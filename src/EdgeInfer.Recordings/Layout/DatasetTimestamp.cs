using System.Text.Json.Serialization;
using EdgeInfer.Recordings.Clocks;
using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Recordings.Layout;

/// <param name="Column">Column in the table; of the date where <paramref name="TimeColumn"/> has the time of day.</param>
/// <param name="Unit">Of numbers s, ms, us, ns or days; of text iso8601, or date-time with a <paramref name="Format"/>.</param>
/// <param name="TimeColumn">Column of the time of day where two columns make the clock; null where one does.</param>
/// <param name="Format">
/// Custom .NET format of date and time, the texts of two columns joined by a blank, for example <c>dd-MM-yyyy HH:mm:ss</c>.
/// </param>
/// <param name="Zone">IANA name of the time zone, for example <c>Europe/Madrid</c>, of text that states no offset; UTC where null.</param>
/// <param name="EqualTimes">What rows of equal time are.</param>
/// <param name="Sort">Whether rows are put in the order of time before they are used.</param>
public sealed record DatasetTimestamp(
    string Column,
    string Unit,
    string? TimeColumn = null,
    string? Format = null,
    string? Zone = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] EqualTimes EqualTimes = EqualTimes.Mean,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Sort = false)
{
    /// <summary>The clock of a table whose columns are known.</summary>
    internal Clock Open(CsvFile csv)
    {
        var column = csv.Column(Column);
        return TimeUnit.IsText(Unit)
            ? new TextClock(Format, Zone, column, TimeColumn is { } time ? csv.Column(time) : null, csv.Path)
            : new NumberClock(column, Unit);
    }
}

/// <summary>What rows of equal time are.</summary>
public enum EqualTimes
{
    /// <summary>One sample, the mean of them.</summary>
    [JsonStringEnumMemberName("mean")]
    Mean,

    /// <summary>Samples of a clock too coarse to tell them apart: they are spread evenly until the next time.</summary>
    [JsonStringEnumMemberName("spread")]
    Spread,
}
