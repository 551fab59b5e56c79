using System.Globalization;

namespace EdgeInfer.Recordings.Csv;

/// <summary>What stands above the rows of a table.</summary>
/// <param name="Columns">Names.</param>
/// <param name="Units">One a column; empty where none is given.</param>
/// <param name="HeaderLine">From 1; 0 where there is none.</param>
/// <param name="UnitsLine">From 1; 0 where there is none.</param>
/// <param name="FirstRowLine">From 1.</param>
/// <param name="TrailingDelimiter">Whether rows end in a delimiter.</param>
internal sealed record TableHead(
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> Units,
    int HeaderLine,
    int UnitsLine,
    int FirstRowLine,
    bool TrailingDelimiter)
{
    /// <summary>Where the values carry the names.</summary>
    public static TableHead OfLabelled(IReadOnlyList<SampleLine> content, DelimiterChoice choice)
    {
        foreach (var line in content)
        {
            var cells = line.Cells(choice.Delimiter);
            if (cells?.Length != choice.Fields || cells.Any(cell => LabelledValues.NameLength(cell, choice.DecimalMark) == 0))
                continue;
            string[] names =
                [.. cells.Select(cell => LabelledValues.Name(cell, LabelledValues.NameLength(cell, choice.DecimalMark)))];
            return new TableHead(names, [.. names.Select(UnitText.InName)], 0, 0, line.Number, TrailingDelimiter: false);
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"no line of {content.Count} has {choice}"));
    }
}
