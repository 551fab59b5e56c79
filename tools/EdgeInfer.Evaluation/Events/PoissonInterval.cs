using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Events;

/// <summary>Exact interval for the mean of a Poisson count (Garwood 1936): how many events the same time may hold.</summary>
public static class PoissonInterval
{
    private const int Halvings = 200;

    /// <param name="count">Events seen, 0 or more.</param>
    /// <param name="confidence">Above 0, below 1; 0.95 for a 95 % interval.</param>
    public static Interval Of(int count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tail = (1 - confidence) / 2;
        // The chance of at most so many falls as the mean rises.
        var low = count == 0 ? 0 : Mean(mean => 1 - AtMost(count - 1, mean) < tail, count);
        return new Interval(low, Mean(mean => AtMost(count, mean) > tail, count));
    }

    private static double Mean(Func<double, bool> isBelow, int count)
    {
        var (low, high) = (0.0, count + 10 * Math.Sqrt(count + 1.0) + 10);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (isBelow(middle))
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>P(X &lt;= count).</summary>
    private static double AtMost(int count, double mean)
    {
        if (mean == 0)
            return 1;
        var (sum, logTerm) = (0.0, -mean);
        for (var k = 0; k <= count; k++)
        {
            if (k > 0)
                logTerm += Math.Log(mean / k);
            sum += Math.Exp(logTerm);
        }

        return Math.Min(1, sum);
    }
}
