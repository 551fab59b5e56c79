namespace EdgeInfer.Datasets.Drafting;

/// <summary>What the timestamps say.</summary>
/// <param name="RateHz">Samples per second outside gaps.</param>
/// <param name="MedianStepSeconds">Middle step between neighbouring samples.</param>
/// <param name="LongestStepSeconds">Longest step.</param>
/// <param name="Gaps">Steps longer than ten periods.</param>
/// <param name="BackwardSteps">Steps back in time.</param>
public sealed record RateFacts(double RateHz, double MedianStepSeconds, double LongestStepSeconds, long Gaps, long BackwardSteps)
{
    /// <summary>Steps beyond this many periods are gaps, here as in windows by default.</summary>
    private const double GapPeriods = 10;

    /// <summary>Null where fewer than two samples follow each other in time.</summary>
    internal static RateFacts? Of(List<long> stepsNanoseconds)
    {
        var forward = stepsNanoseconds.Where(step => step > 0).Order().ToArray();
        if (forward.Length == 0)
            return null;

        // Bursts show as many short steps and some long ones, and clocks round: the mean is nearer the truth than the median.
        var median = forward[forward.Length / 2];
        var period = stepsNanoseconds.Where(step => step >= 0 && step <= GapPeriods * median).Average();
        return new RateFacts(
            1e9 / period,
            median / 1e9,
            forward[^1] / 1e9,
            forward.Count(step => step > GapPeriods * period),
            stepsNanoseconds.Count(step => step < 0));
    }
}
