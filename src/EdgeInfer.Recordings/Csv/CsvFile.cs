using System.Globalization;
using EdgeInfer.Core.Errors;
using Sylvan.Data.Csv;

namespace EdgeInfer.Recordings.Csv;

/// <summary>A CSV file with a header line, read forward within <see cref="CsvLimits"/>; errors name line, column and value.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int MaxShown = 60;

    private readonly CsvDataReader _reader;

    private CsvFile(string path, CsvDataReader reader)
    {
        Path = path;
        _reader = reader;
        Header = [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetName(column).Trim())];
    }

    public string Path { get; }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Line of the current row, from 1, the header being 1.</summary>
    public int Line => _reader.RowNumber + 1;

    public static CsvFile Open(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidInputException(path, "file not found");
        if (file.Length == 0)
            throw new InvalidInputException(path, "the file is empty");
        if (file.Length > CsvLimits.MaxFileBytes)
            throw new InvalidInputException(path, $"{file.Length} bytes; the limit is {CsvLimits.MaxFileBytes}");

        StreamReader? text = new(path);
        try
        {
            var csv = new CsvFile(path, CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                BufferSize = CsvLimits.MaxLineLength,
                MaxBufferSize = CsvLimits.MaxLineLength,
                Comment = '\0',
                Culture = CultureInfo.InvariantCulture,
            }));
            text = null;
            return csv.Header.Count <= CsvLimits.MaxColumns
                ? csv
                : throw InvalidInputException.AtLine(path, 1, $"{csv.Header.Count} columns; the limit is {CsvLimits.MaxColumns}");
        }
        catch (CsvFormatException error)
        {
            throw Malformed(path, error);
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
        try
        {
            while (_reader.Read())
            {
                if (_reader.RowNumber > CsvLimits.MaxRows)
                    throw InvalidInputException.AtLine(Path, Line, $"the limit of {CsvLimits.MaxRows} rows is passed");
                var fields = _reader.RowFieldCount;
                if (fields == 1 && Header.Count > 1 && _reader.GetFieldSpan(0).IsWhiteSpace())
                    continue;
                if (fields != Header.Count)
                    throw InvalidInputException.AtLine(Path, Line, $"{fields} fields, but the header has {Header.Count}: the line is damaged or cut off");
                return true;
            }

            return false;
        }
        catch (CsvFormatException error)
        {
            throw Malformed(Path, error);
        }
    }

    /// <summary>The field without the spaces around it; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> Field(int column)
    {
        var field = _reader.GetFieldSpan(column);
        if (field.Length > CsvLimits.MaxFieldLength)
            throw Invalid(column, $"{field.Length} characters; the limit is {CsvLimits.MaxFieldLength}");
        // A break inside a quoted field would shift every later line number.
        if (field.Contains('\n'))
            throw Invalid(column, "holds a line break");
        return field.Trim();
    }

    public string Text(int column) => Field(column).ToString();

    /// <exception cref="InvalidInputException">Text, an empty field, NaN or infinity.</exception>
    public float Number(int column)
    {
        var field = Field(column);
        if (float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value))
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

    public void Dispose() => _reader.Dispose();

    private static InvalidInputException Malformed(string path, CsvFormatException error) =>
        InvalidInputException.AtLine(path, error.RowNumber + 1, error is CsvRecordTooLargeException
            ? $"the line has more than {CsvLimits.MaxLineLength} characters"
            : error.Message);
}
