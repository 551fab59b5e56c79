using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Text;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Csv;

/// <summary>Finds the form of a table from the beginning of its file. The same bytes always give the same form.</summary>
internal static class TextFormFinder
{
    /// <summary>Rows that decide.</summary>
    private const int BodyLines = 32;

    /// <param name="sample">The beginning of the file, in UTF-8.</param>
    /// <param name="all">Whether it is the whole file.</param>
    /// <param name="lineBreak">What ends a line.</param>
    /// <param name="path">For errors.</param>
    /// <exception cref="InvalidInputException">The file is empty, no table, or can be read in two ways.</exception>
    public static TextForm Find(ReadOnlySpan<byte> sample, bool all, byte lineBreak, string path)
    {
        if (sample.IsEmpty)
            throw new InvalidInputException(path, "the file is empty");
        var cut = all && sample[^1] != lineBreak;
        var lines = SampleLine.Read(sample, all, lineBreak);
        if (lines.Count == 0)
            throw InvalidInputException.AtLine(path, 1, $"the line has more than {TextLimits.MaxLineLength} characters");
        var given = GivenDelimiter(lines[0]);
        var first = given is null ? 0 : 1;
        var text = lines.Skip(first).Where(line => !line.Text.AsSpan().Trim(" \t"u8).IsEmpty).ToList();
        if (text.Count == 0)
            throw new InvalidInputException(path, "the file is empty");
        // Where most lines and the last one begin like comments, rows do.
        var hasComments = CommentLine.MarkLength(text[^1].Text, '\0') == 0
            || text.Count(line => CommentLine.MarkLength(line.Text, '\0') > 0) * 2 <= text.Count;
        var content = text.Where(line => !hasComments || CommentLine.MarkLength(line.Text, '\0') == 0).ToList();
        var stamps = content.Count(line => SerialStamp.Length(line.Text) > 0) * 5 >= content.Count * 4;
        if (stamps)
            (text, content) = (Unstamped(text), Unstamped(content));
        var closed = HaveClosingSemicolon(content);
        if (closed)
            (text, content) = (Opened(text), Opened(content));
        var body = Body(content, cut);
        var choice = DelimiterChoice.Of(body, given);
        var labelled = IsLabelled(body, ref choice);
        // A row whose first cell is empty begins with its delimiter.
        if (choice.Delimiter == ';')
            content = [.. text.Where(line => !hasComments || CommentLine.MarkLength(line.Text, ';') == 0)];
        if (choice.Delimiter != ',' || choice.DecimalMark == ',')
            DelimiterChoice.RequireOneMark(body, choice, path);
        var head = labelled
            ? TableHead.OfLabelled(content, choice)
            : new TableHeadFinder(text, content, body, choice, path).Find();
        if (head.Columns.Count > TextLimits.MaxColumns)
        {
            throw InvalidInputException.AtLine(
                path, Math.Max(1, head.HeaderLine), $"{head.Columns.Count} columns; the limit is {TextLimits.MaxColumns}");
        }

        SampleLine[] above = [.. text.TakeWhile(line => line.Number < head.FirstRowLine)];
        var comments = above.Count(line => line.Number != head.HeaderLine && hasComments
            && CommentLine.MarkLength(line.Text, (char)choice.Delimiter) > 0);
        return new TextForm
        {
            Delimiter = (char)choice.Delimiter,
            DecimalMark = (char)choice.DecimalMark,
            Columns = stamps ? [SerialStamp.Column, .. head.Columns] : head.Columns,
            Units = stamps ? [SerialStamp.Unit, .. head.Units] : head.Units,
            HeaderLine = head.HeaderLine,
            UnitsLine = head.UnitsLine,
            FirstRowLine = head.FirstRowLine,
            CommentLines = comments,
            PreambleLines = above.Length - comments - (head.HeaderLine > 0 ? 1 : 0) - (head.UnitsLine > 0 ? 1 : 0),
            HasComments = hasComments,
            TrailingDelimiter = head.TrailingDelimiter,
            ClosingSemicolon = closed,
            SerialStamps = stamps,
            LabelledValues = labelled,
        };
    }

    /// <summary>A list of our own, such as split.csv: the header is the first line, and no line is a comment.</summary>
    public static TextForm OfList(ReadOnlySpan<byte> sample, bool all, byte lineBreak, string path)
    {
        if (sample.IsEmpty)
            throw new InvalidInputException(path, "the file is empty");
        var lines = SampleLine.Read(sample, all, lineBreak);
        var header = lines.Count > 0 ? lines[0] : throw InvalidInputException.AtLine(
            path, 1, $"the line has more than {TextLimits.MaxLineLength} characters");
        var delimiter = ",;\t|".MaxBy(candidate => header.Text.Count(letter => letter == candidate));
        var names = header.Cells((byte)delimiter) ?? throw InvalidInputException.AtLine(path, 1, "a quoted field does not end on its line");
        return new TextForm
        {
            Delimiter = delimiter,
            Columns = [.. names.Select(Encoding.UTF8.GetString)],
            Units = [.. names.Select(_ => "")],
            HeaderLine = 1,
            FirstRowLine = 2,
            HasComments = false,
        };
    }

    /// <summary><c>c1</c>, <c>c2</c> and so on.</summary>
    public static IReadOnlyList<string> Numbered(int count) => [.. Enumerable.Range(1, count).Select(column => Invariant($"c{column}"))];

    // The second half: what a logger says of itself stands in the first.
    private static List<SampleLine> Body(List<SampleLine> content, bool cut)
    {
        var end = cut && content.Count > 2 ? content.Count - 1 : content.Count;
        var count = Math.Min(BodyLines, (end + 1) / 2);
        return content.GetRange(end - count, count);
    }

    private static bool HaveClosingSemicolon(List<SampleLine> lines) =>
        lines.Count > 1
        && lines.Count(line => line.Text.AsSpan().EndsWith(";"u8)) * 5 >= lines.Count * 4
        && lines.All(line => line.Text.AsSpan().Count((byte)';') <= 1 && line.Text.AsSpan().IndexOfAny(",\t|"u8) >= 0);

    private static List<SampleLine> Opened(List<SampleLine> lines) =>
        [.. lines.Select(line => line.Text.AsSpan().EndsWith(";"u8) ? line with { Text = line.Text[..^1] } : line)];

    private static List<SampleLine> Unstamped(List<SampleLine> lines) =>
        [.. lines.Select(line => line with { Text = line.Text[SerialStamp.Length(line.Text)..] })];

    // Excel writes and reads a first line that names the delimiter: sep=;
    private static byte? GivenDelimiter(SampleLine first)
    {
        var text = first.Text.AsSpan().Trim("\" "u8);
        return text.Length == 5 && Ascii.EqualsIgnoreCase(text[..4], "sep="u8) ? text[4]
            : text.Length == 4 && Ascii.EqualsIgnoreCase(text, "sep="u8) ? (byte)'\t'
            : null;
    }

    private static bool IsLabelled(List<SampleLine> body, ref DelimiterChoice choice)
    {
        foreach (var delimiter in ",\t "u8)
        {
            foreach (var mark in delimiter == ',' ? "."u8 : ".,"u8)
            {
                byte[][]?[] rows = [.. body.Select(line => line.Cells(delimiter))];
                if (!rows.All(row => row is { Length: > 0 } && row.All(cell => LabelledValues.NameLength(cell, mark) > 0)))
                    continue;
                choice = new DelimiterChoice(delimiter, mark, rows[0]!.Length, 1);
                return true;
            }
        }

        return false;
    }
}
