using EdgeInfer.Recordings.Layout;
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

    /// <param name="rates">Of each recording, Hz.</param>
    /// <param name="given">The user's; null for the data's own, or the slowest of several.</param>
    public static FileRates Of(IReadOnlyList<(string Path, double Hz)> rates, double? given)
    {
        var slowest = rates.Min(rate => rate.Hz);
        var fastest = rates.Max(rate => rate.Hz);
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

    /// <summary>Three digits where the clock is no better than that, else six: a daily rate is 1.15741e-05 Hz and not 1.16e-05.</summary>
    internal static double Nominal(double value)
    {
        var (rough, fine) = (Digits(value, 3), Digits(value, 6));
        return Math.Abs(rough / value - 1) < 0.001 ? rough : fine;
    }

    private static double Digits(double value, int digits) =>
        double.Parse(value.ToString($"E{digits - 1}", System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.CultureInfo.InvariantCulture);
}
