using System.Globalization;
using System.IO.Compression;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Csv;

/// <summary>A CSV file with a header line, read forward within <see cref="CsvLimits"/>; errors name line, column and value.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int MaxShown = 60;

    private readonly StreamReader _text;
    private readonly LineBuffer _lines;
    private readonly FieldSplitter _fields;
    private Memory<char> _line;

    private CsvFile(string path, StreamReader text)
    {
        Path = path;
        _text = text;
        _lines = new LineBuffer(text, path);
        if (!_lines.TryRead(out var header))
            throw new InvalidInputException(path, "the file is empty");
        _fields = new FieldSplitter(FieldSplitter.DelimiterOf(header.Span));
        _line = header;
        Split();
        if (_fields.Count > CsvLimits.MaxColumns)
            throw InvalidInputException.AtLine(path, Line, $"{_fields.Count} columns; the limit is {CsvLimits.MaxColumns}");
        Header = [.. Enumerable.Range(0, _fields.Count).Select(column => header.Span[_fields[column]].Trim().ToString())];
    }

    public string Path { get; }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Line of the current row, from 1, the header being 1.</summary>
    public int Line => _lines.Number;

    public static CsvFile Open(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidInputException(path, "file not found");
        if (file.Length > CsvLimits.MaxFileBytes)
            throw new InvalidInputException(path, $"{file.Length} bytes; the limit is {CsvLimits.MaxFileBytes}");

        StreamReader? text = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            : new(path);
        try
        {
            var csv = new CsvFile(path, text);
            text = null;
            return csv;
        }
        finally
        {
            text?.Dispose();
        }
    }

    /// <summary>Index of a column that must be there once.</summary>
    public int Column(string name)
    {
        var found = Enumerable.Range(0, Header.Count).Where(column => Header[column] == name).ToArray();
        return found.Length == 1
            ? found[0]
            : throw InvalidInputException.AtLine(Path, 1, found.Length == 0
                ? $"column '{name}' is missing; there are {string.Join(", ", Header.Take(20))}"
                : $"column '{name}' stands {found.Length} times");
    }

    /// <summary>Moves to the next line that is not blank.</summary>
    public bool Read()
    {
        while (_lines.TryRead(out _line))
        {
            if (Line > CsvLimits.MaxLines)
                throw InvalidInputException.AtLine(Path, Line, $"the limit of {CsvLimits.MaxLines} lines is passed");
            if (Header.Count > 1 && _line.Span.IsWhiteSpace())
                continue;
            Split();
            return _fields.Count == Header.Count
                ? true
                : throw InvalidInputException.AtLine(
                    Path, Line, $"{_fields.Count} fields, but the header has {Header.Count}: the line is damaged or cut off");
        }

        return false;
    }

    /// <summary>The field without the spaces around it; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> Field(int column)
    {
        ReadOnlySpan<char> field = _line.Span[_fields[column]];
        if (field.Length > CsvLimits.MaxFieldLength)
            throw Invalid(column, $"{field.Length} characters; the limit is {CsvLimits.MaxFieldLength}");
        return field.Trim();
    }

    public string Text(int column) => Field(column).ToString();

    /// <summary>A sample. The words of <see cref="NonFiniteWords"/> say that there was none to be had.</summary>
    /// <exception cref="InvalidInputException">Other text, an empty field, or a number beyond the range of a float.</exception>
    public float Number(int column)
    {
        var field = Field(column);
        if (float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value))
            return value;
        if (NonFiniteWords.TryParse(field, out value))
            return value;
        throw Invalid(column, field.IsEmpty ? "is empty" : $"'{Shown(field)}' is not a finite number");
    }

    /// <exception cref="InvalidInputException">Text, an empty field, NaN or infinity.</exception>
    public double Double(int column)
    {
        var field = Field(column);
        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        throw Invalid(column, field.IsEmpty ? "is empty" : $"'{Shown(field)}' is not a finite number");
    }

    /// <summary>A problem at the current line.</summary>
    public InvalidInputException Invalid(int column, string reason) =>
        InvalidInputException.AtLine(Path, Line, $"column '{Header[column]}': {reason}");

    public static string Shown(ReadOnlySpan<char> field) =>
        field.Length > MaxShown ? $"{field[..MaxShown]}…" : field.ToString();

    public void Dispose() => _text.Dispose();

    private void Split()
    {
        if (!_fields.TrySplit(_line.Span))
            throw InvalidInputException.AtLine(Path, Line, "a quoted field does not end on its line");
    }
}
