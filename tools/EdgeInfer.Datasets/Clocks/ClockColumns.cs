using System.Text.RegularExpressions;
using EdgeInfer.Datasets.Surveying;

namespace EdgeInfer.Datasets.Clocks;

/// <summary>Which columns could be the clock, and which count rows.</summary>
internal static partial class ClockColumns
{
    public static bool IsNamed(ColumnSurvey column) => ClockName().IsMatch(column.Name);

    /// <summary>Numbers that go up in every file; a name that says so excuses equal times and rows out of order.</summary>
    public static bool IsNumbers(ColumnSurvey column) => column.RisesInEveryFile || (IsNamed(column) && GoesUp(column));

    /// <summary>Rises in every file, or bears the name of a counter: it tells the row, and no sensor measured it.</summary>
    public static bool IsCounter(ColumnSurvey column) =>
        column.RisesInEveryFile || column.RisesMostly || IsNumbers(column)
            || (column is { IsNumeric: true, IsWhole: true } && CounterName().IsMatch(column.Name));

    public static bool IsCoarse(ColumnSurvey column) => column.Files.All(file => file.Increases * 2 < file.Rows);

    private static bool GoesUp(ColumnSurvey column) =>
        column.IsNumeric && column.Files.All(file => file.Rows < 2 || (file.Increases > 0 && file.Decreases * 2 <= file.Increases));

    [GeneratedRegex(
        @"time|stamp|epoch|elapsed|millis|micros|clock|^date|^ts?([ _(\[]|$)|^(seconds|sec|ms|us|ns)$|_(s|ms|us|ns)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex ClockName();

    [GeneratedRegex("^(index|idx|id|row|no|nr|n|seq|sequence|counter|count|packet_?counter|frame|sample|unnamed.*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex CounterName();
}
