using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Cli.Comparing;

/// <summary><c>--margin</c>: the largest difference that counts as none, which a user states before the data are seen.</summary>
internal static class PointsOption
{
    private const string Name = "--margin";
    private const double PointsOfOne = 100;

    /// <summary>Read as points (hundredths), held as a share of 1.</summary>
    public static Option<double> Create() => new(Name)
    {
        Description = "Largest difference that counts as none, in points of accuracy or hundredths of ROC-AUC, stated beforehand",
        HelpName = "POINTS",
        DefaultValueFactory = _ => PairedJudgement.DefaultMargin,
        CustomParser = Parse,
    };

    public static IReadOnlyList<string> Repeat(double margin) => margin == PairedJudgement.DefaultMargin
        ? []
        : [Name, (margin * PointsOfOne).ToString("0.##########", CultureInfo.InvariantCulture)];

    private static double Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        // Without thousands: 0,5 must not be 5.
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
            && points is > 0 and <= PointsOfOne)
            return points / PointsOfOne;
        result.AddError($"{Name}: '{text}' is not a number of points above 0 and up to {PointsOfOne}, such as 1 or 0.5");
        return 0;
    }
}
