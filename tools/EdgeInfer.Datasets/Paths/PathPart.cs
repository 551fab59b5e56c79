using System.Text.RegularExpressions;

namespace EdgeInfer.Datasets.Paths;

/// <summary>One part of the paths of all files, for example the outermost folder, with each file's value.</summary>
internal sealed partial class PathPart
{
    private const int ShownValues = 4;

    private readonly Dictionary<string, string> _values;

    /// <param name="name">In words.</param>
    /// <param name="place">Which part.</param>
    /// <param name="values">By path.</param>
    public PathPart(string name, PartPlace place, Dictionary<string, string> values)
    {
        (Name, Place, _values) = (name, place, values);
        Counts = values.Values.CountBy(value => value).ToDictionary(StringComparer.Ordinal);
        Kind = Counts.Keys.Select(KindOf).Distinct().ToArray() is [var only] ? only : TokenKind.Mixed;
    }

    public string Name { get; }

    public PartPlace Place { get; }

    public TokenKind Kind { get; }

    /// <summary>Files of each value.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; }

    public int Files => _values.Count;

    public bool IsConstant => Counts.Count < 2;

    public bool TellsFilesApart => Counts.Count == Files;

    /// <summary>The letters in front of a code's digits where all codes share them; else null.</summary>
    public string? CodePrefix => Kind == TokenKind.Code
        && Counts.Keys.Select(value => PathTokens.WithoutNumber(value).ToLowerInvariant()).Distinct()
            .ToArray() is [var only] ? only : null;

    /// <summary>Some of the values, for a sentence.</summary>
    public string Shown =>
        string.Join(", ", Counts.Keys.Order(StringComparer.Ordinal).Take(ShownValues)) + (Counts.Count > ShownValues ? ", ..." : "");

    /// <summary>Whether every value is a word for training, validation or test, and both sides are there.</summary>
    public bool TellsTheSide
    {
        get
        {
            string?[] sides = [.. Counts.Keys.Select(KnownWords.SideOf)];
            return sides.All(side => side is not null) && sides.Contains("train") && sides.Contains("test");
        }
    }

    public string Of(string path) => _values[path];

    /// <summary>Whether every value of this part meets several values of the other, as people do activities.</summary>
    public bool Crosses(PathPart other) => _values
        .GroupBy(each => each.Value, each => other._values[each.Key], StringComparer.Ordinal)
        .All(values => values.Distinct(StringComparer.Ordinal).Skip(1).Any());

    /// <summary>Whether both divide the files alike.</summary>
    public bool DividesAs(PathPart other) =>
        Counts.Count == other.Counts.Count
            && _values.Select(each => (each.Value, other._values[each.Key])).Distinct().Count() == Counts.Count;

    /// <summary>Whether each value of this part stands with one value of the other: it says the same, or more.</summary>
    public bool Refines(PathPart other) => _values.Select(each => (each.Value, other._values[each.Key])).Distinct().Count() == Counts.Count;

    private static TokenKind KindOf(string value) =>
        DigitsOnly().IsMatch(value) ? TokenKind.Number
        : LettersThenDigits().IsMatch(value) ? TokenKind.Code
        : value.Any(char.IsDigit) ? TokenKind.Mixed
        : TokenKind.Word;

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex DigitsOnly();

    [GeneratedRegex(@"^\p{L}+[ _-]?[0-9]+$")]
    private static partial Regex LettersThenDigits();
}
