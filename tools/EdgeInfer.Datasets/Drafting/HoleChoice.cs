using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Reads <c>--holes</c>: gap, hold:SECONDS or interpolate:SECONDS.</summary>
internal static class HoleChoice
{
    /// <exception cref="InvalidInputException">Another rule, or a limit that is no number above 0.</exception>
    public static DatasetHoles Parse(string text)
    {
        var (rule, limit) = text.Split(':', 2) is [var left, var right] ? (left, right) : (text, null);
        return (rule, limit) switch
        {
            ("gap", null) => new DatasetHoles(HoleRule.Gap),
            ("hold", { } seconds) => new DatasetHoles(HoleRule.Hold, Seconds(text, seconds)),
            ("interpolate", { } seconds) => new DatasetHoles(HoleRule.Interpolate, Seconds(text, seconds)),
            _ => throw new InvalidInputException("--holes", $"'{text}' is not gap, hold:SECONDS or interpolate:SECONDS"),
        };
    }

    private static double Seconds(string text, string seconds) =>
        double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1e9
            ? value
            : throw new InvalidInputException("--holes", $"'{seconds}' of '{text}' is no number of seconds above 0");
}
