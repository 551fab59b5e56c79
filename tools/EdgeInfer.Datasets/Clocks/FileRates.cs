using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Resampling;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Clocks;

/// <summary>The samples a second of each recording, and the rate that the data set takes.</summary>
/// <param name="RateHz">Of the data set.</param>
/// <param name="Resampling">Filtered where some recordings are faster.</param>
/// <param name="Sentences">What was understood.</param>
internal sealed record FileRates(double RateHz, ResamplingRule Resampling, IReadOnlyList<string> Sentences)
{
    /// <summary>Clocks of one sensor differ by less.</summary>
    private const double Tolerance = 1.1;

    /// <summary>Milliseconds for seconds make a factor of 1,000; sensors of one set hardly differ so.</summary>
    private const double OtherUnit = 500;

    /// <summary>Quartz keeps time better than this.</summary>
    private const double Roundness = 0.0005;

    /// <param name="rates">Of each recording, Hz.</param>
    /// <param name="given">The user's; null for the data's own, or the slowest of several.</param>
    /// <exception cref="InvalidInputException">Rates are so far apart that the clocks must have different units.</exception>
    public static FileRates Of(IReadOnlyList<(string Path, double Hz)> rates, double? given)
    {
        var slowest = rates.Min(rate => rate.Hz);
        var fastest = rates.Max(rate => rate.Hz);
        if (fastest >= OtherUnit * slowest)
        {
            throw new InvalidInputException(
                rates.MinBy(rate => rate.Hz).Path,
                Invariant($"has {slowest:G4} Hz by the unit in which {rates.MaxBy(rate => rate.Hz).Path} has {fastest:G4} Hz: ")
                + "their clocks have different units; write them in one");
        }

        var chosen = given ?? (fastest > Tolerance * slowest ? Nominal(slowest) : Nominal(rates.Average(rate => rate.Hz)));
        var filtered = fastest > Tolerance * chosen;
        if (fastest <= Tolerance * slowest && !filtered)
            return new(chosen, ResamplingRule.Linear, []);
        var kinds = rates.GroupBy(rate => Nominal(rate.Hz)).OrderBy(kind => kind.Key).ToList();
        var shown = string.Join(", ", kinds.Take(6).Select(kind => Invariant($"{kind.Count()} at {kind.Key:G6} Hz ({kind.First().Path})")));
        return new(
            chosen,
            filtered ? ResamplingRule.Filtered : ResamplingRule.Linear,
            [
                $"recordings have different rates: {shown}{(kinds.Count > 6 ? ", ..." : "")}",
                Invariant($"all become {chosen:G6} Hz; faster ones pass an anti-alias filter first. Another rate: --rate HZ"),
            ]);
    }

    /// <summary>
    /// A round rate or a round period where the clock is no better than that, else six digits: a daily rate is 1.15741e-05 Hz and not
    /// 1.16e-05, and a row in six minutes has 1/360 Hz.
    /// </summary>
    internal static double Nominal(double value)
    {
        double[] round = [Digits(value, 3), 1 / Digits(1 / value, 3)];
        var nearest = round.MinBy(candidate => Math.Abs(candidate / value - 1));
        return Math.Abs(nearest / value - 1) < Roundness ? nearest : Digits(value, 6);
    }

    private static double Digits(double value, int digits) =>
        double.Parse(value.ToString($"E{digits - 1}", System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.CultureInfo.InvariantCulture);
}
