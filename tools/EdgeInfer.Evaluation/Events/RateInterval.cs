using EdgeInfer.Evaluation.Groups;
using MathNet.Numerics;

namespace EdgeInfer.Evaluation.Events;

/// <summary>
/// Interval for the mean rate of counts that cluster: some machines alarm far more often than others. Each group's count is taken as
/// negative binomial (Poisson around a rate that varies between groups by a gamma distribution). The coefficient of variation between
/// groups is unknown: 0 to 3, equally likely. The interval is that of the posterior with a flat prior on the logarithm of the rate.
/// </summary>
internal static class RateInterval
{
    // At tails of 0.025 it covers as little as 88 % where rates vary by a lognormal distribution, which has a heavier tail than the
    // gamma; at this 93 % (docs/decisions/statistics.md).
    private const double NominalTail = 0.005;

    private const int RateSteps = 200;
    private const double LogRange = 6;
    private const int VariationSteps = 13;
    private const double LargestVariation = 3;

    /// <param name="counts">One a group; six groups or more.</param>
    /// <param name="exposures">Time that each was watched, above 0, in one unit.</param>
    /// <returns>Nominally 95 %, events a unit of time.</returns>
    public static Interval Of(IReadOnlyList<int> counts, IReadOnlyList<double> exposures)
    {
        var total = counts.Sum();
        var centre = Math.Max(total, 0.5) / exposures.Sum();
        double[] rates =
            [.. Enumerable.Range(0, RateSteps).Select(step => centre * Math.Exp((2.0 * step / (RateSteps - 1) - 1) * LogRange))];
        var logs = LogLikelihoods(rates, counts, exposures);
        return total == 0 ? new Interval(0, rates[FirstBelow(logs, Math.Log(NominalTail))]) : Posterior(rates, logs);
    }

    /// <summary>Without an event no posterior exists: the rate at which none is seen as rarely as the tail says.</summary>
    private static int FirstBelow(double[] logs, double level) =>
        Enumerable.Range(0, logs.Length).FirstOrDefault(at => logs[at] < level, logs.Length - 1);

    private static Interval Posterior(double[] rates, double[] logs)
    {
        var highest = logs.Max();
        double[] weights = [.. logs.Select(value => Math.Exp(value - highest))];
        var all = weights.Sum();
        var (below, low) = (0.0, 0);
        while (below + weights[low] < NominalTail * all)
            below += weights[low++];
        var high = low;
        while (below + weights[high] < (1 - NominalTail) * all && high < rates.Length - 1)
            below += weights[high++];
        return new Interval(rates[Math.Max(0, low - 1)], rates[Math.Min(rates.Length - 1, high + 1)]);
    }

    /// <summary>Of all counts at each rate, averaged over the coefficients of variation; without the factor of the counts alone.</summary>
    private static double[] LogLikelihoods(double[] rates, IReadOnlyList<int> counts, IReadOnlyList<double> exposures)
    {
        double[][] byVariation =
        [
            .. Enumerable.Range(0, VariationSteps).Select(step => step * LargestVariation / (VariationSteps - 1))
                .Select(variation => LogLikelihoods(rates, counts, exposures, variation)),
        ];
        return [.. Enumerable.Range(0, rates.Length).Select(Averaged)];

        double Averaged(int at)
        {
            var highest = byVariation.Max(one => one[at]);
            return highest + Math.Log(byVariation.Average(one => Math.Exp(one[at] - highest)));
        }
    }

    private static double[] LogLikelihoods(
        double[] rates, IReadOnlyList<int> counts, IReadOnlyList<double> exposures, double variation)
    {
        if (variation == 0)
        {
            return
            [
                .. rates.Select(rate =>
                    counts.Zip(exposures, (count, exposure) => count * Math.Log(rate * exposure) - rate * exposure).Sum()),
            ];
        }

        var shape = 1 / (variation * variation);
        var constant = counts.Sum(count => SpecialFunctions.GammaLn(count + shape) - SpecialFunctions.GammaLn(shape));
        return [.. rates.Select(rate => constant + counts.Zip(exposures, (count, exposure) => At(count, rate * exposure)).Sum())];

        double At(int count, double mean) => count * Math.Log(mean / (shape + mean)) - shape * Math.Log(1 + mean / shape);
    }
}
