namespace EdgeInfer.Comparison.Charts;

/// <summary>Maps positive values onto a horizontal span by their logarithm.</summary>
internal sealed record LogScale(double Low, double High, double From, double To)
{
    private static readonly double[] Steps = [1, 2, 5];

    // A latency of 0 has no logarithm; no clock resolves less than this, us.
    private const double Smallest = 0.01;

    /// <summary>From the tick at or below the smallest value to the tick at or above the largest.</summary>
    public static LogScale For(double smallest, double largest, double from, double to)
    {
        var least = Math.Max(smallest, Smallest);
        var most = Math.Max(largest, least);
        return new(Below(least), Above(most), from, to);
    }

    public double At(double value) =>
        From + Math.Log(Math.Max(value, Low) / Low) / Math.Log(High / Low) * (To - From);

    /// <summary>1, 2 and 5 times powers of ten; powers alone over three decades.</summary>
    public IEnumerable<double> Ticks() =>
        All().Where(tick => tick.Value >= Low * 0.999 && tick.Value <= High * 1.001)
            .Where(tick => High / Low < 1000 || tick.Step == 1)
            .Select(tick => tick.Value);

    private static double Below(double value) => All().Last(tick => tick.Value <= value * 1.000001).Value;

    private static double Above(double value) => All().First(tick => tick.Value > value).Value;

    private static IEnumerable<(double Step, double Value)> All() =>
        from exponent in Enumerable.Range(-3, 18)
        from step in Steps
        select (step, step * Math.Pow(10, exponent));
}
