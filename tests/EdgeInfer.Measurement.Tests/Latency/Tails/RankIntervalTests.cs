using System.Numerics;
using EdgeInfer.Measurement.Latency.Tails;

namespace EdgeInfer.Measurement.Tests.Latency.Tails;

public sealed class RankIntervalTests
{
    [Theory]
    [InlineData(50, 20)]
    [InlineData(50, 101)]
    [InlineData(90, 100)]
    [InlineData(99, 1_000)]
    [InlineData(99, 2_345)]
    public void TheEndsAreThoseOfTheExactProbabilities(double percentile, long count)
    {
        var interval = RankInterval.OfRepeat(percentile, count);

        Assert.InRange(Probability(interval.Rank, count, 0, interval.Low - 1), 0, 0.025);
        Assert.InRange(Probability(interval.Rank, count, 0, interval.Low), 0.025, 1);
        Assert.InRange(Probability(interval.Rank, count, interval.High!.Value, count), 0, 0.025);
        Assert.InRange(Probability(interval.Rank, count, interval.High.Value - 1, count), 0.025, 1);
    }

    [Fact]
    public void OfFewWindowsTheLargestIsNoUpperEnd() => Assert.Null(RankInterval.OfRepeat(99, 300).High);

    [Fact]
    public void OfOneWindowNothingIsAnEnd() => Assert.Equal(new RankInterval(1, 0, null), RankInterval.OfRepeat(99, 1));

    [Fact]
    public void WindowsThatTellHalfAsMuchDoubleTheDistanceOfTheEnds()
    {
        var independent = RankInterval.OfRepeat(99, 2_000);

        var interval = independent.Over(99, 2_000, 4_000);

        Assert.Equal(3_960, interval.Rank);
        Assert.Equal(2 * (independent.Rank - independent.Low), interval.Rank - interval.Low);
        Assert.Equal(2 * (independent.High - independent.Rank), interval.High - interval.Rank);
    }

    [Fact]
    public void MillionsOfWindowsHaveAnInterval()
    {
        var interval = RankInterval.OfRepeat(99, 10_000_000);

        // Near the normal approximation: 1.96 times the root of 2 n p (1 - p).
        Assert.Equal(872, interval.Rank - interval.Low, 3.0);
        Assert.Equal(872, interval.High!.Value - interval.Rank, 3.0);
    }

    /// <summary>That from <paramref name="least"/> to <paramref name="most"/> of n latencies lie below the s-th of n others.</summary>
    private static double Probability(long s, long n, long least, long most)
    {
        var sum = BigInteger.Zero;
        for (var k = least; k <= most; k++)
            sum += Choose(k + s - 1, k) * Choose(2 * n - k - s, n - k);
        return (double)(sum * 1_000_000_000_000 / Choose(2 * n, n)) / 1e12;
    }

    private static BigInteger Choose(long n, long k) => Factorial(n) / (Factorial(k) * Factorial(n - k));

    private static readonly List<BigInteger> Factorials = [BigInteger.One];

    private static BigInteger Factorial(long n)
    {
        while (Factorials.Count <= n)
            Factorials.Add(Factorials[^1] * Factorials.Count);
        return Factorials[(int)n];
    }
}
