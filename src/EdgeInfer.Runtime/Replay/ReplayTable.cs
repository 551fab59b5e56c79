using System.Globalization;

namespace EdgeInfer.Runtime.Replay;

/// <summary>A line a model, none longer than a terminal is wide.</summary>
internal static class ReplayTable
{
    public const int MaxWidth = 80;

    private const string Cut = "...";
    private const string Gap = "  ";

    public static IReadOnlyList<string> Lines(IReadOnlyList<ReplayRow> rows)
    {
        IReadOnlyList<string[]> cells = [["model", "windows", "accuracy", "median us", "p99 us"], .. rows.Select(Figures)];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
        widths[0] = Math.Min(widths[0], MaxWidth - widths[1..].Sum(width => width + Gap.Length));
        return
        [
            Line(cells[0], widths),
            .. rows.Zip(cells.Skip(1)).SelectMany(row => WithMarks(Line(row.Second, widths), row.First.Marks)),
        ];
    }

    private static string[] Figures(ReplayRow row) =>
    [
        row.Model,
        Text(row.Windows, "0"),
        row.Accuracy is { } accuracy ? Text(accuracy, "0.000") : "no label",
        Text(row.MedianUs, "0.0"),
        row.P99Us is { } tail ? Text(tail, "0.0") : "n too small",
    ];

    private static string Line(string[] cells, int[] widths) => string.Join(
        Gap, cells.Select((cell, column) => column > 0 ? cell.PadLeft(widths[column]) : Shortened(cell, widths[0]).PadRight(widths[0])));

    /// <summary>Behind the figures where there is room, below them otherwise.</summary>
    private static IEnumerable<string> WithMarks(string line, IReadOnlyList<string> marks)
    {
        if (marks.Count == 0)
            return [line];
        var words = string.Join(", ", marks);
        return line.Length + Gap.Length + words.Length <= MaxWidth ? [line + Gap + words] : [line, Gap + words];
    }

    private static string Shortened(string name, int width) => name.Length <= width ? name : name[..(width - Cut.Length)] + Cut;

    private static string Text<T>(T value, string format)
        where T : IFormattable => value.ToString(format, CultureInfo.InvariantCulture);
}
