using System.Globalization;
using System.Text.RegularExpressions;
using EdgeInfer.Datasets.Surveying;

namespace EdgeInfer.Datasets.Clocks;

/// <summary>Recognises dates and times that are written as text.</summary>
internal static partial class ClockText
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd",
        "dd-MM-yyyy", "dd/MM/yyyy", "dd.MM.yyyy", "MM-dd-yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "dd/MM/yy", "MM/dd/yy",
    ];

    private static readonly string[] TimeFormats =
    [
        "HH:mm:ss", "HH:mm:ss.FFFFFFF", "HH:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "H:mm", "HH.mm.ss", "HHmmss", "h:mm:ss tt", "h:mm tt",
    ];

    public static bool IsIso8601(ColumnSurvey column) =>
        column.Texts > 0 && column.Sample.Count > 0 && column.Sample.All(text => Iso8601().IsMatch(text));

    public static bool IsDate(ColumnSurvey column) => column.Sample.Count > 0 && Dates(column).Count > 0;

    public static bool IsTimeOfDay(ColumnSurvey column) => column.Sample.Count > 0 && TimeOfDay(column) is not null;

    /// <summary>
    /// Formats that read every date of the column; the one that spans the shortest time first, since recordings are days long and a
    /// month read as a day spans a year.
    /// </summary>
    public static IReadOnlyList<(string Format, TimeSpan Span)> Dates(ColumnSurvey column) => Fitting(column, DateFormats);

    public static string? TimeOfDay(ColumnSurvey column) =>
        TimeFormats.FirstOrDefault(format => column.Sample.All(text => Parse(text, format) is not null));

    /// <summary>As <see cref="Dates"/>, for one column of date and time.</summary>
    public static IReadOnlyList<(string Format, TimeSpan Span)> DateTimes(ColumnSurvey column) =>
        Fitting(column, [.. DateFormats.SelectMany(_ => TimeFormats, (date, time) => $"{date} {time}")]);

    private static IReadOnlyList<(string Format, TimeSpan Span)> Fitting(ColumnSurvey column, string[] formats)
    {
        string[] texts = [.. column.Sample.Concat(column.HasFewValues ? column.Distinct : [])];
        var fitting = new List<(string Format, TimeSpan Span)>();
        foreach (var format in formats)
        {
            var times = texts.Select(text => Parse(text, format)).ToArray();
            if (times.All(time => time is not null))
                fitting.Add((format, times.Max()!.Value - times.Min()!.Value));
        }

        return [.. fitting.OrderBy(each => each.Span)];
    }

    private static DateTime? Parse(string text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$")]
    private static partial Regex Iso8601();
}
