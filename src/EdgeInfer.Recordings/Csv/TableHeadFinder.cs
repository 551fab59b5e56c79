using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Recordings.Csv;

/// <summary>Finds the header, the units and the first row of a table.</summary>
/// <param name="text">The lines that are not blank, comments among them.</param>
/// <param name="content">Those that are no comments.</param>
/// <param name="body">Those that are rows for sure.</param>
/// <param name="choice">How a line is cut.</param>
/// <param name="path">For errors.</param>
internal sealed class TableHeadFinder(
    IReadOnlyList<SampleLine> text, IReadOnlyList<SampleLine> content, IReadOnlyList<SampleLine> body, DelimiterChoice choice, string path)
{
    private readonly Dictionary<int, byte[][]?> _cells = [];
    private readonly bool[] _numeric = Numeric(body, choice);
    private readonly bool _trailing = IsTrailing(body, choice);

    public TableHead Find()
    {
        if (!_numeric.Contains(true))
            return OfText();
        var row = FirstRow();
        if (row < 0)
            return OfText();
        if (row > 0 && Cells(row - 1) is { } above)
        {
            if (IsHeading(above))
                return Headed(row);
            if (!above.Any(IsNumber) && above.Length > 1 && above.Length > choice.Fields)
                return Named(above, row - 1, unitsAt: -1, row, trailing: above[^1].Length == 0 && above.Length == choice.Fields + 1);
            RequireNoShortHeader(above, row - 1);
        }

        if (row == 0 && Cells(0) is { } first && IsCounted(first) && HasDecimals())
            return Named(first, 0, unitsAt: -1, 1, _trailing);
        if (CommentedHeader(content[row].Number) is { } commented)
            return commented with { FirstRowLine = content[row].Number };
        var count = choice.Fields - (_trailing ? 1 : 0);
        return new TableHead(TextFormFinder.Numbered(count), [.. Enumerable.Repeat("", count)], 0, 0, content[row].Number, _trailing);
    }

    // Few lines are looked at, whatever the sample holds.
    private byte[][]? Cells(int line)
    {
        if (!_cells.TryGetValue(line, out var cells))
            _cells[line] = cells = content[line].Cells(choice.Delimiter);
        return cells;
    }

    private static bool[] Numeric(IReadOnlyList<SampleLine> body, DelimiterChoice choice)
    {
        var (numbers, filled) = (new int[choice.Fields], new int[choice.Fields]);
        foreach (var cells in body.Select(line => line.Cells(choice.Delimiter)).Where(cells => cells?.Length == choice.Fields))
        {
            for (var i = 0; i < cells!.Length; i++)
            {
                filled[i] += CellText.IsHole(cells[i]) ? 0 : 1;
                numbers[i] += CellText.IsNumber(cells[i], choice.DecimalMark) ? 1 : 0;
            }
        }

        return [.. numbers.Select((count, i) => count > 0 && 2 * count >= filled[i])];
    }

    private static bool IsTrailing(IReadOnlyList<SampleLine> body, DelimiterChoice choice) =>
        choice.Fields > 1 && body.All(line => line.Cells(choice.Delimiter) is { } cells
            && (cells.Length != choice.Fields || cells[^1].Length == 0));

    /// <summary>The first line of numbers that another follows; -1 where there is none.</summary>
    private int FirstRow()
    {
        for (var i = 0; i < content.Count; i++)
        {
            if (IsRow(Cells(i)) && (i + 1 == content.Count || IsRow(Cells(i + 1)) || (i + 2 < content.Count && IsRow(Cells(i + 2)))))
                return i > 0 && IsSpoiltRow(i - 1) ? i - 1 : i;
        }

        return -1;
    }

    private bool IsRow(byte[][]? cells) =>
        cells?.Length == choice.Fields
        && cells.Where((cell, i) => _numeric[i]).All(cell => IsNumber(cell) || CellText.IsHole(cell))
        && cells.Where((cell, i) => _numeric[i]).Any(IsNumber);

    // A header may hold whole numbers as names, but no fractions, and stands above a row that holds a word by mistake.
    private bool IsSpoiltRow(int line)
    {
        if (Cells(line) is not { } cells)
            return true;
        byte[][] numbers = [.. cells.Where((cell, i) => i < _numeric.Length && _numeric[i] && IsNumber(cell))];
        return cells.Length == choice.Fields && numbers.Length > 0
            && (numbers.Any(cell => cell.AsSpan().Contains(choice.DecimalMark))
                || (line > 0 && IsHeading(Cells(line - 1)) && !Cells(line - 1)!.Any(IsNumber)));
    }

    private bool IsHeading(byte[][]? cells) =>
        cells is not null
        && (cells.Length == choice.Fields || (_trailing && cells.Length == choice.Fields - 1))
        && cells.Where((cell, i) => _numeric[i]).Any(cell => !IsNumber(cell) && !CellText.IsHole(cell));

    private bool IsNumber(byte[] cell) => CellText.IsNumber(cell, choice.DecimalMark);

    private TableHead Headed(int row)
    {
        var top = row - 1;
        while (top > 0 && IsHeading(Cells(top - 1)) && !Cells(top - 1)!.Where((cell, i) => _numeric[i]).Any(IsNumber))
            top--;
        if (top == row - 1 || !AreUnits(Cells(row - 1)!))
            return Named(Cells(row - 1)!, row - 1, unitsAt: -1, row, _trailing);
        // Some loggers write the device and the kind of value as lines of their own: the names differ most.
        var header = Enumerable.Range(top, row - 1 - top).MaxBy(line => Cells(line)!.Select(Encoding.UTF8.GetString).Distinct().Count());
        return Named(Cells(header)!, header, row - 1, row, _trailing);
    }

    private bool AreUnits(byte[][] cells)
    {
        string[] filled = [.. cells.Where((cell, i) => _numeric[i] && !CellText.IsHole(cell)).Select(Encoding.UTF8.GetString)];
        return filled.Length > 0 && filled.Count(unit => UnitText.IsUnit(unit.Trim('(', ')', '[', ']'))) * 2 >= filled.Length;
    }

    private TableHead Named(byte[][] cells, int headerAt, int unitsAt, int row, bool trailing)
    {
        string[] names = [.. cells.Select(Encoding.UTF8.GetString)];
        if (trailing && (names.Length == choice.Fields && _trailing || names.Length > choice.Fields))
            names = names[..^1];
        // The serial plotter takes 'x:' as the name x.
        if (names.All(name => name.EndsWith(':')))
            names = [.. names.Select(name => name[..^1].TrimEnd())];
        string[] units = [.. names.Select((name, i) => unitsAt >= 0 && i < Cells(unitsAt)!.Length
            ? Encoding.UTF8.GetString(Cells(unitsAt)![i]).Trim('(', ')', '[', ']')
            : UnitText.InName(name))];
        var firstRow = row < content.Count ? content[row].Number : content[^1].Number + 1;
        return new TableHead(names, units, content[headerAt].Number, unitsAt < 0 ? 0 : content[unitsAt].Number, firstRow, trailing);
    }

    /// <summary>A table without numbers, or with one line: the first line is the header.</summary>
    private TableHead OfText()
    {
        var cells = Cells(0) ?? throw InvalidInputException.AtLine(path, content[0].Number, "a quoted field does not end on its line");
        if (choice.Delimiter == FieldSplitter.Blanks || (cells.Length < 2 && content.Count > 1))
            throw new InvalidInputException(path, "holds no table: its first 64 KiB have no line of numbers, and no columns");
        return Named(cells, 0, unitsAt: -1, 1, trailing: false);
    }

    private void RequireNoShortHeader(byte[][] above, int at)
    {
        if (above.Any(IsNumber) || 2 * above.Length < choice.Fields || above.Length == choice.Fields)
            return;
        // One name may head a column of decimal commas; a title, or what a device says at its start, heads nothing.
        if (above.Length == 1 && (at > 0 || above[0].AsSpan().Contains((byte)' ')))
            return;
        throw InvalidInputException.AtLine(path, content[at].Number,
            $"the header has {above.Length} name{(above.Length == 1 ? "" : "s")}, but the rows have {choice.Fields} fields: "
            + (choice.Delimiter == ','
                ? "is the comma the decimal mark as well? Save the file with decimal points, or with semicolons between the columns"
                : "name every column"));
    }

    // NumPy's savetxt writes the names as a comment.
    private TableHead? CommentedHeader(int rowLine)
    {
        var above = text.LastOrDefault(line => line.Number < rowLine);
        if (above is null || CommentLine.MarkLength(above.Text, (char)choice.Delimiter) is var mark && mark == 0)
            return null;
        var cells = (above with { Text = above.Text[mark..] }).Cells(choice.Delimiter);
        if (cells is null || cells.Any(IsNumber) || !IsHeading(cells))
            return null;
        string[] names = [.. cells.Select(Encoding.UTF8.GetString)];
        return new TableHead(names, [.. names.Select(UnitText.InName)], above.Number, 0, 0, _trailing);
    }

    // pandas names columns 0, 1, 2, behind an empty name of the index.
    private static bool IsCounted(byte[][] cells)
    {
        string[] names = [.. cells.Select(Encoding.UTF8.GetString)];
        return names.Length > 2
            && (names.Select((name, i) => name == $"{i}").All(same => same)
                || names.Select((name, i) => i == 0 ? name.Length == 0 : name == $"{i - 1}").All(same => same));
    }

    private bool HasDecimals() => body.Any(line => line.Text.AsSpan().Contains(choice.DecimalMark));
}
