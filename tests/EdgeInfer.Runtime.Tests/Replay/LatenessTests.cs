namespace EdgeInfer.Runtime.Tests.Replay;

/// <summary>Coordinated omission: a stall is paid by every window that became due meanwhile, wherever recordings end.</summary>
public sealed class LatenessTests
{
    private const double WindowsPerSecond = 48;
    private const double StallUs = 500_000;
    private const long WorkUs = 100;

    /// <summary>Lateness falls from the stall to 0 over the windows that became due in it.</summary>
    private const double TriangleUs = StallUs * (StallUs / 1e6 * WindowsPerSecond) / 2;

    public static TheoryData<int, int, int> Stops => new()
    {
        { 1, 96, 40 },
        { 4, 24, 40 },
        { 4, 24, 47 },
        { 4, 24, 48 },
        { 24, 4, 40 },
        { 96, 1, 40 },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public void AStopOfHalfASecondIsPaidByEveryWindowThatBecameDue(int recordings, int windows, int stopped)
    {
        using var lanes = new PlayedLanes(window => window == stopped ? (long)StallUs : WorkUs);

        AssertPaid(lanes.Play([.. Enumerable.Repeat(windows, recordings)], WindowsPerSecond).Latencies());
    }

    [Fact]
    public void AStopInTheLastWindowIsPaidByTheNextPass()
    {
        using var lanes = new PlayedLanes(window => window == 47 ? (long)StallUs : WorkUs);

        AssertPaid(lanes.Play([24, 24], WindowsPerSecond, passes: 2).Latencies());
    }

    [Fact]
    public void WhatAnAnswerWaitsForTheOutboxIsPaidByTheNextWindows()
    {
        using var lanes = new PlayedLanes(_ => WorkUs) { Publishing = answer => answer == 23 ? (long)StallUs : 0 };

        var latencies = lanes.Play([24, 24, 24], WindowsPerSecond).Latencies();

        Assert.Equal(WorkUs, latencies[23], 2.0);
        AssertPaid(latencies);
    }

    [Fact]
    public void AStopOfOneModelIsTheOthersLatenessFromTheNextWindowOn()
    {
        using var lanes = new PlayedLanes(window => window == 23 ? (long)StallUs : WorkUs, _ => WorkUs);

        lanes.Play([24, 24, 24], WindowsPerSecond);

        var (stopped, other) = (lanes.Latencies(0), lanes.Latencies(1));
        Assert.Equal(StallUs, stopped[23], 2.0);
        Assert.Equal(WorkUs, other[23], 2.0);
        Assert.All(stopped.Zip(other).Skip(24), pair => Assert.Equal(pair.First, pair.Second, 2.0));
        AssertPaid(other);
    }

    [Theory]
    [InlineData(1, 1200)]
    [InlineData(12, 100)]
    [InlineData(120, 10)]
    public void ATailIsTheWorkLeftOverAndRisesWithTheLoad(int recordings, int windows)
    {
        const double DueWithinUs = 40_000;
        var tails = new List<double>();
        foreach (var workUs in (long[])[40, 70, 100, 200, 400])
        {
            using var lanes = new PlayedLanes(_ => workUs);
            lanes.Play([.. Enumerable.Repeat(windows, recordings)], recordings * windows / (DueWithinUs / 1e6));

            tails.Add(lanes.Statistics.Latency.All.Percentile(99));
            Assert.InRange(tails[^1], 0.9 * (1200 * workUs - DueWithinUs), 1.02 * (1200 * workUs));
        }

        Assert.Equal(tails.Order(), tails);
        Assert.Distinct(tails);
    }

    private static void AssertPaid(double[] latencies)
    {
        Assert.InRange(latencies.Count(latency => latency > 20_000), 20, 25);
        Assert.InRange(latencies.Sum() - latencies.Length * WorkUs, 0.9 * TriangleUs, 1.1 * TriangleUs);
    }
}
