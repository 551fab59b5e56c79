namespace EdgeInfer.Cli.Data;

/// <summary>Prints the first rows of a table as the file has them, in columns of equal width, cut to the width of a terminal.</summary>
internal static class RowTable
{
    private const int Width = 80;
    private const int WidestField = 24;

    /// <param name="rows">The header, then rows; nothing is printed where there are none.</param>
    /// <param name="output">Receives a line a row.</param>
    public static void Write(IReadOnlyList<IReadOnlyList<string>> rows, TextWriter output)
    {
        if (rows.Count == 0)
            return;
        int[] widths =
        [
            .. Enumerable.Range(0, rows[0].Count).Select(column => Math.Min(WidestField, rows.Max(row => row[column].Length))),
        ];
        var shown = 0;
        for (var used = 2; shown < widths.Length && used + widths[shown] + 2 <= Width; shown++)
            used += widths[shown] + 2;
        foreach (var row in rows)
        {
            var fields = row.Take(shown).Select((field, column) => Cut(field).PadRight(widths[column]));
            output.WriteLine($"  {string.Join("  ", fields)}{(shown < widths.Length ? "  ..." : "")}".TrimEnd());
        }
    }

    private static string Cut(string field) => field.Length <= WidestField ? field : $"{field[..(WidestField - 1)]}…";
}
