using System.Text;
using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Paths;

/// <summary>
/// Reads label, group and side off a path, by a pattern such as <c>{label}/{group}_{n}.csv</c>, or by a regular expression whose first
/// capture is the value. A pattern without an extension fits a path of any; one with fewer folders fits the path's end.
/// </summary>
internal sealed partial class PathPattern
{
    public const string Label = "label";
    public const string Group = "group";
    public const string Side = "side";

    /// <summary>Stands for a part that tells nothing; may stand several times.</summary>
    private const string Nothing = "n";

    private readonly Regex _regex;
    private readonly string _text;
    private readonly string _option;
    private readonly bool _isExpression;

    private PathPattern(string text, string option, Regex regex, bool isExpression) =>
        (_text, _option, _regex, _isExpression) = (text, option, regex, isExpression);

    /// <summary>Whether an option's value is a pattern or an expression, and no column's name.</summary>
    public static bool Is(string text) => text.AsSpan().IndexOfAny('{', '(') >= 0;

    /// <param name="text">As the user gave it.</param>
    /// <param name="option">For example <c>--group</c>; named in errors.</param>
    /// <exception cref="InvalidInputException">Neither a pattern nor a regular expression.</exception>
    public static PathPattern Parse(string text, string option)
    {
        var isPattern = text.Contains('{', StringComparison.Ordinal) && !text.Contains('(', StringComparison.Ordinal);
        try
        {
            var regex = new Regex(isPattern ? Expression(text, option) : text, RegexOptions.ExplicitCapture, DatasetRules.MatchLimit);
            return isPattern
                ? new PathPattern(text, option, regex, isExpression: false)
                : new PathPattern(text, option, new Regex(text, RegexOptions.None, DatasetRules.MatchLimit), isExpression: true);
        }
        catch (ArgumentException error)
        {
            throw new InvalidInputException(option, $"'{text}' is not a regular expression: {error.Message}", error);
        }
    }

    /// <summary>Whether <see cref="Value"/> gives that part: a regular expression gives the part of its option alone.</summary>
    public bool Gives(string part) => _isExpression ? _option == $"--{part}" : _regex.GroupNumberFromName(part) > 0;

    /// <exception cref="InvalidInputException">The path does not fit, or the part is empty.</exception>
    public string Value(string part, string path)
    {
        var match = _regex.Match(path);
        if (!match.Success)
            throw new InvalidInputException(_option, $"'{_text}' does not match '{path}'");
        var value = _isExpression ? match.Groups[match.Groups.Count > 1 ? 1 : 0].Value : match.Groups[part].Value;
        return value.Length > 0 ? value : throw new InvalidInputException(_option, $"'{_text}' captures nothing in '{path}'");
    }

    private static string Expression(string text, string option)
    {
        var expression = new StringBuilder("^(.*/)?");
        var at = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match field in Field().Matches(text))
        {
            expression.Append(Regex.Escape(text[at..field.Index]));
            var name = field.Groups["name"].Value;
            if (name is Label or Group or Side)
            {
                if (!seen.Add(name))
                    throw new InvalidInputException(option, $"'{text}' has {{{name}}} twice");
                expression.Append("(?<").Append(name).Append(">[^/]+?)");
            }
            else if (name is Nothing)
            {
                expression.Append("[^/]+?");
            }
            else
            {
                throw new InvalidInputException(option, $"'{{{name}}}' of '{text}' is none of {{label}}, {{group}}, {{side}} and {{n}}");
            }

            at = field.Index + field.Length;
        }

        if (seen.Count == 0)
            throw new InvalidInputException(option, $"'{text}' has neither {{label}}, {{group}} nor {{side}}");
        expression.Append(Regex.Escape(text[at..]));
        if (!Extension().IsMatch(text))
            expression.Append(@"(\.[^/.]+(\.gz)?)?");
        return expression.Append('$').ToString();
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"\.[A-Za-z]{2,5}$")]
    private static partial Regex Extension();
}
