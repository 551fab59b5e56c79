using EdgeInfer.Core.Marks;

namespace EdgeInfer.Telemetry.Rules;

/// <summary>What JSON can't say of a message: a list of rules, each of one field, in the order in which they are checked.</summary>
internal sealed class MessageRules<T>
{
    /// <summary>Characters of a text field: names, hashes and identifiers.</summary>
    public const int MaxTextLength = 256;

    private readonly List<FieldRule<T>> _rules = [];

    public IReadOnlyList<FieldRule<T>> All => _rules;

    /// <summary>Not empty and not too long; an absent one passes.</summary>
    public MessageRules<T> Text(string field, Func<T, string?> value) =>
        Require(field, message => IsText(value(message)), message => value(message)!.Length);

    /// <summary>Each one there, not empty and not too long: JSON lets null stand in a list of texts.</summary>
    public MessageRules<T> Texts(string field, Func<T, IReadOnlyList<string>> values) => Require(
        field,
        message => values(message).All(IsPresentText),
        message => values(message).First(value => !IsPresentText(value)) is { } text ? text.Length : "null");

    public MessageRules<T> OneOf(string field, IReadOnlyList<string> allowed, Func<T, string> value) => Require(
        field,
        message => allowed.Contains(value(message)),
        message => $"none of {string.Join(", ", allowed)}",
        new FieldBounds(Values: allowed));

    /// <summary>A number that overflows a double reads as infinity.</summary>
    public MessageRules<T> Finite(string field, Func<T, double> value) =>
        Require(field, message => double.IsFinite(value(message)), message => value(message));

    public MessageRules<T> AllFinite(string field, Func<T, IReadOnlyList<float>?> values) => Require(
        field,
        message => (values(message) ?? []).All(float.IsFinite),
        message => values(message)!.First(value => !float.IsFinite(value)));

    /// <summary>An absent one passes.</summary>
    public MessageRules<T> AtLeast(int minimum, string field, Func<T, double?> value) => Require(
        field,
        message => value(message) is not { } number || (double.IsFinite(number) && number >= minimum),
        message => value(message)!,
        new FieldBounds(minimum));

    /// <summary>Each of the closed vocabulary, and once: a figure must not lose a mark to a word that nobody knows.</summary>
    public MessageRules<T> Marks(Func<T, IReadOnlyList<string>?> marks) => Require(
        "marks",
        message => marks(message) is not { } words
            || (words.All(FigureMarks.Vocabulary.Contains) && words.Distinct(StringComparer.Ordinal).Count() == words.Count),
        _ => $"not each once of {string.Join(", ", FigureMarks.Vocabulary)}",
        new FieldBounds(Values: FigureMarks.Vocabulary));

    public MessageRules<T> Require(string field, Func<T, bool> holds, Func<T, object> seen, FieldBounds? bounds = null)
    {
        _rules.Add(new FieldRule<T>(field, holds, seen, bounds));
        return this;
    }

    private static bool IsText(string? value) => value is null || IsPresentText(value);

    private static bool IsPresentText(string? value) => value is { Length: > 0 and <= MaxTextLength };
}
