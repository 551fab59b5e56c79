using EdgeInfer.Recordings.Text;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Csv;

/// <summary>How a table is written down. It is found from the content, file by file, and stands in no description.</summary>
internal sealed record TextForm
{
    /// <summary>Comma, semicolon, tab or bar; a space for runs of blanks.</summary>
    public required char Delimiter { get; init; }

    /// <summary>Point or comma.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>Names of the columns; <c>c1</c>, <c>c2</c> and so on where the file has no header.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Unit of each column, from the units line or from the header (<c>Time (ms)</c>); empty where none is given.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Line of the header, from 1; 0 where there is none.</summary>
    public int HeaderLine { get; init; }

    /// <summary>Line of the units, from 1; 0 where there is none.</summary>
    public int UnitsLine { get; init; }

    /// <summary>The first line that may hold a row, from 1.</summary>
    public int FirstRowLine { get; init; } = 1;

    /// <summary>Lines of comment passed over before the first row. Lines like them further down are passed over as well.</summary>
    public int CommentLines { get; init; }

    /// <summary>Other lines passed over before the first row: what a logger writes about itself.</summary>
    public int PreambleLines { get; init; }

    /// <summary>Whether lines that begin with #, // or % are comments; false where most rows begin so.</summary>
    public bool HasComments { get; init; } = true;

    /// <summary>Whether every row ends in a delimiter that divides nothing.</summary>
    public bool TrailingDelimiter { get; init; }

    /// <summary>Whether most lines end in a semicolon that divides nothing, after fields that something else divides.</summary>
    public bool ClosingSemicolon { get; init; }

    /// <summary>
    /// Whether each line begins with the time of Arduino's serial monitor and an arrow. The time is a column of its own then,
    /// <see cref="SerialStamp.Column"/>.
    /// </summary>
    public bool SerialStamps { get; init; }

    /// <summary>Whether each value carries its column's name, as Arduino's serial plotter reads it: <c>x:0.1,y:0.2</c>.</summary>
    public bool LabelledValues { get; init; }

    public TextEncoding Encoding { get; init; }

    /// <summary>Whether the file is packed by gzip.</summary>
    public bool Packed { get; init; }

    /// <summary>As part of a sentence: <c>semicolons, decimal commas, header in line 3 after 2 comment lines</c>.</summary>
    public string Describe()
    {
        string?[] parts =
        [
            Delimiter switch
            {
                ',' => "commas",
                ';' => "semicolons",
                '\t' => "tabs",
                '|' => "bars",
                _ => "blanks",
            },
            DecimalMark == ',' ? "decimal commas" : "decimal points",
            LabelledValues ? "names before the values"
                : HeaderLine == 0 ? $"no header: columns {Columns[SerialStamps && Columns.Count > 1 ? 1 : 0]} to {Columns[^1]}"
                : Invariant($"header in line {HeaderLine}"),
            UnitsLine == 0 ? null : Invariant($"units in line {UnitsLine}"),
            CommentLines == 0 ? null : Invariant($"{Counted(CommentLines, "comment line")} passed over"),
            PreambleLines == 0 ? null : Invariant($"{Counted(PreambleLines, "line")} above the table passed over"),
            SerialStamps ? "times of the serial monitor" : null,
            TrailingDelimiter ? "each row ends in a delimiter" : null,
            ClosingSemicolon ? "each row ends in a semicolon" : null,
            Encoding switch
            {
                TextEncoding.Utf8 => null,
                TextEncoding.Latin1 => "Latin-1",
                _ => "UTF-16",
            },
            Packed ? "gzip" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Counted(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
