using System.Globalization;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Recordings.Csv;

/// <summary>
/// A table of delimited text, read forward within <see cref="TextLimits"/>. Its form is found from its content. Errors name line,
/// column and value.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private const int MaxShown = 60;
    private const int MaxNamesShown = 4;

    private readonly LineBuffer _lines;
    private readonly FieldSplitter _fields;
    private readonly SerialStamp? _stamp;
    private readonly byte _mark;
    private readonly byte[][]? _labels;
    private readonly byte[] _header;
    private char[] _characters = [];
    private int _begin;

    private CsvFile(string path, LineBuffer lines, TextForm form)
    {
        (Path, _lines, Form) = (path, lines, form);
        _fields = new FieldSplitter((byte)form.Delimiter);
        _mark = (byte)form.DecimalMark;
        _stamp = form.SerialStamps ? new SerialStamp() : null;
        _labels = form.LabelledValues ? [.. form.Columns.Skip(_stamp is null ? 0 : 1).Select(Encoding.UTF8.GetBytes)] : null;
        _header = PassHead();
    }

    public string Path { get; }

    /// <summary>What was found about the way in which the file is written.</summary>
    public TextForm Form { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header => Form.Columns;

    /// <summary>Line of the current row, from 1.</summary>
    public int Line => _lines.Number;

    /// <summary>Lines of comment that stood among the rows read so far.</summary>
    public int CommentsAmongRows { get; private set; }

    /// <summary>Lines read so far that repeat the header: the logger began anew.</summary>
    public int RepeatedHeaders { get; private set; }

    private Span<byte> Row => Form.ClosingSemicolon && _lines.Line.EndsWith(";"u8) ? _lines.Line[_begin..^1] : _lines.Line[_begin..];

    /// <summary>A table as somebody's program wrote it.</summary>
    /// <exception cref="InvalidInputException">The file is missing, too large, no text, no table, or can be read in two ways.</exception>
    public static CsvFile Open(string path) => Open(path, TextFormFinder.Find);

    /// <summary>A list of our own, such as split.csv: the header is the first line, and no line is a comment.</summary>
    public static CsvFile OpenList(string path) => Open(path, TextFormFinder.OfList);

    /// <summary>
    /// Index of the column of that name. Where none has it exactly, the only one that differs in case or blanks around it.
    /// </summary>
    public int Column(string name)
    {
        if (TryColumn(name, out var column))
            return column;
        var line = Math.Max(1, Form.HeaderLine);
        var named = string.Join(", ", Header.Take(MaxNamesShown).Select(header => Shown(header)));
        var more = Header.Count > MaxNamesShown ? $" and {Header.Count - MaxNamesShown} more" : "";
        throw InvalidInputException.AtLine(Path, line, $"column '{Shown(name)}' is missing; there are {named}{more}");
    }

    /// <summary>As <see cref="Column"/>, but false where there is no such column.</summary>
    /// <exception cref="InvalidInputException">Several columns have the name.</exception>
    public bool TryColumn(string name, out int column)
    {
        var found = Matching(header => header == name);
        if (found.Length == 0)
            found = Matching(header => header.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        column = found.Length > 0 ? found[0] : -1;
        return found.Length < 2
            ? found.Length == 1
            : throw InvalidInputException.AtLine(
                Path, Math.Max(1, Form.HeaderLine), $"column '{Shown(name)}' stands {found.Length} times");
    }

    /// <summary>Moves to the next row. Blank lines, comments and repeated headers are passed over.</summary>
    public bool Read()
    {
        while (_lines.TryRead())
        {
            if (Line > TextLimits.MaxLines)
                throw InvalidInputException.AtLine(Path, Line, $"the limit of {TextLimits.MaxLines} lines is passed");
            if (IsPassedOver())
                continue;
            Split();
            return true;
        }

        return false;
    }

    /// <summary>The bytes of a field without the blanks around it, in UTF-8; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        ReadOnlySpan<byte> field = Row[_fields[column]];
        if (field.Length > 0 && (field[0] <= ' ' || field[^1] <= ' '))
            field = CellText.Trim(field);
        return field.Length <= TextLimits.MaxFieldLength
            ? field
            : throw Invalid(column, $"{field.Length} characters; the limit is {TextLimits.MaxFieldLength}");
    }

    /// <summary>The field without the blanks around it; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> Field(int column)
    {
        var bytes = Bytes(column);
        // Each column has its own place, so that one field does not overwrite another.
        if (_characters.Length < _lines.Line.Length)
            _characters = new char[_lines.Line.Length * 2];
        var place = _characters.AsSpan(_begin + _fields[column].Start.Value, bytes.Length);
        return place[..Encoding.UTF8.GetChars(bytes, place)];
    }

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A sample. The words of <see cref="NonFiniteWords"/> say that there was none to be had.</summary>
    /// <exception cref="InvalidInputException">Other text, an empty field, or a number beyond the range of a float.</exception>
    public float Number(int column) => TryNumber(column, out var value) ? value : throw NoNumber(column);

    /// <summary>As <see cref="Number"/>, but false where it would throw.</summary>
    public bool TryNumber(int column, out float value)
    {
        var field = Bytes(column);
        return NumberText.TryFloat(field, _mark, out value) || NonFiniteWords.TryParse(field, out value);
    }

    /// <summary>A row of samples.</summary>
    /// <param name="columns">Where each of <paramref name="values"/> stands.</param>
    /// <param name="values">Receives one value a column.</param>
    /// <inheritdoc cref="Number"/>
    public void Numbers(ReadOnlySpan<int> columns, Span<float> values)
    {
        for (var i = 0; i < columns.Length; i++)
            values[i] = Number(columns[i]);
    }

    /// <exception cref="InvalidInputException">Text, an empty field, NaN or infinity.</exception>
    public double Double(int column) => TryDouble(column, out var value) ? value : throw NoNumber(column);

    /// <summary>A finite number; false where the field is none.</summary>
    public bool TryDouble(int column, out double value) => NumberText.TryDouble(Bytes(column), _mark, out value);

    /// <summary>A number of up to 28 digits, as it is written; false where the field is none.</summary>
    public bool TryDecimal(int column, out decimal value)
    {
        Span<byte> copy = stackalloc byte[TextLimits.MaxFieldLength];
        var field = NumberText.WithPoint(Bytes(column), _mark, copy);
        return decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The number times 10^<paramref name="power"/>, rounded to a whole number without floating point.</summary>
    /// <returns>False where the field is no number of at most 19 digits, or the result does not fit.</returns>
    public bool TryScaled(int column, int power, out long value) => NumberText.TryScaled(Bytes(column), _mark, power, out value);

    /// <summary>A problem at the current line.</summary>
    public InvalidInputException Invalid(int column, string reason) =>
        InvalidInputException.AtLine(Path, Line, $"column '{Shown(Header[column])}': {reason}");

    public static string Shown(ReadOnlySpan<char> field) =>
        field.Length > MaxShown ? $"{field[..MaxShown]}…" : field.ToString();

    public void Dispose() => _lines.Dispose();

    private static CsvFile Open(string path, FormReader find)
    {
        var lines = TextFile.Open(path, out var encoding, out var packed);
        try
        {
            var sample = lines.Peek(out var all);
            if (!sample.Contains((byte)'\n') && sample.Contains((byte)'\r'))
                lines.Break = (byte)'\r';
            return new CsvFile(path, lines, find(sample, all, lines.Break, path) with { Encoding = encoding, Packed = packed });
        }
        catch
        {
            lines.Dispose();
            throw;
        }
    }

    /// <summary>Moves to the line above the first row, and returns the header's text.</summary>
    private byte[] PassHead()
    {
        byte[] header = [];
        while (Line < Form.FirstRowLine - 1 && _lines.TryRead())
        {
            if (Line == Form.HeaderLine)
                header = _lines.Line[(_stamp is null ? 0 : SerialStamp.Length(_lines.Line))..].ToArray();
        }

        return header;
    }

    private bool IsPassedOver()
    {
        ReadOnlySpan<byte> line = _lines.Line;
        // In a table of one column a blank line is an empty cell.
        if (line.IsEmpty || line[0] <= ' ' && line.Trim(" \t"u8).IsEmpty)
            return Header.Count > 1;
        if (Form.HasComments && line[0] is (byte)'#' or (byte)'%' or (byte)'/' or (byte)';' or <= (byte)' '
            && CommentLine.MarkLength(line, Form.Delimiter) > 0)
        {
            CommentsAmongRows++;
            return true;
        }

        if (_header.Length > 0 && line.EndsWith(_header) && line.Length - _header.Length == (_stamp is null ? 0 : SerialStamp.Length(line)))
        {
            RepeatedHeaders++;
            return true;
        }

        return false;
    }

    private void Split()
    {
        _begin = 0;
        if (_stamp is not null && (_begin = _stamp.Replace(_lines.Line, Form)) < 0)
            throw InvalidInputException.AtLine(Path, Line, "the line has no time and arrow of the serial monitor, as most lines have");
        if (!_fields.TrySplit(Row))
            throw InvalidInputException.AtLine(Path, Line, "a quoted field does not end on its line");
        if (_fields.Count != Header.Count && !(Form.TrailingDelimiter && _fields.Count == Header.Count + 1 && Row[_fields[^1]].IsEmpty))
            throw WrongCount();
        if (_labels is not null)
            PassLabels();
    }

    private void PassLabels()
    {
        var first = Header.Count - _labels!.Length;
        for (var i = 0; i < _labels.Length; i++)
        {
            ReadOnlySpan<byte> field = Row[_fields[first + i]];
            var colon = field.IndexOf((byte)':');
            if (colon < 0 || !CellText.Trim(field[..colon]).SequenceEqual(_labels[i]))
                throw Invalid(first + i, $"'{Shown(Encoding.UTF8.GetString(field))}' does not begin with this name and a colon");
            _fields.Shorten(first + i, colon + 1);
        }
    }

    private InvalidInputException WrongCount()
    {
        var fields = $"{_fields.Count} field{(_fields.Count == 1 ? "" : "s")}, but "
            + (Form.HeaderLine > 0 ? $"the header has {Header.Count}" : $"most rows have {Header.Count}");
        var reason = Row.Contains((byte)0) ? "the line holds zero bytes, as a logger leaves that lost its power: remove the line"
            : _fields.Count < Header.Count && !_lines.Ended ? $"the last line is cut off ({fields}): delete it, or copy the file again"
            : $"{fields}: mend or delete the line";
        return InvalidInputException.AtLine(Path, Line, reason);
    }

    private InvalidInputException NoNumber(int column)
    {
        var field = Field(column);
        return Invalid(column, field.IsEmpty ? "is empty" : $"'{Shown(field)}' is not a finite number");
    }

    private int[] Matching(Func<string, bool> matches) => [.. Enumerable.Range(0, Header.Count).Where(column => matches(Header[column]))];

    private delegate TextForm FormReader(ReadOnlySpan<byte> sample, bool all, byte lineBreak, string path);
}
