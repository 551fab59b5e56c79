using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeInfer.Cli.Demo;

/// <summary>How far a training is, read from the line that the trainer prints where its output is redirected.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Percent">Of the training, 0 to 100.</param>
/// <param name="Detail">Loss and time left.</param>
internal sealed partial record TrainingLine(string Model, double Percent, string Detail)
{
    /// <summary>Null where the line says something else.</summary>
    public static TrainingLine? Read(string line)
    {
        var match = Progress().Match(line);
        return match.Success
            ? new(match.Groups[1].Value, 100 * Number(match.Groups[2]) / Number(match.Groups[3]), match.Groups[4].Value)
            : null;
    }

    private static double Number(Group digits) => double.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\S+): (\d+(?:\.\d)?) of ([1-9]\d*), (.* s left)$")]
    private static partial Regex Progress();
}
