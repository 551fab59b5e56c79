namespace EdgeInfer.Comparison.Charts;

/// <summary>Maps shares (0 to 1) onto a horizontal span.</summary>
internal sealed record LinearScale(double Low, double High, double From, double To)
{
    private const double Step = 0.05;

    /// <summary>From the step of 5 points below the smallest value up to 1.</summary>
    public static LinearScale ForShares(IEnumerable<double> values, double from, double to)
    {
        var low = Math.Max(0, Math.Floor((values.DefaultIfEmpty(1).Min() - 0.01) / Step) * Step);
        return new(Math.Min(low, 1 - 2 * Step), 1, from, to);
    }

    public double At(double value) => From + (value - Low) / (High - Low) * (To - From);

    /// <summary>Every 5 points, or every 10 or 20 where those would crowd.</summary>
    public IEnumerable<double> Ticks()
    {
        var step = (High - Low) switch { > 0.8 => 4 * Step, > 0.4 => 2 * Step, _ => Step };
        for (var tick = (int)Math.Ceiling(Low / step - 1e-9); tick * step <= High + 1e-9; tick++)
            yield return tick * step;
    }
}
