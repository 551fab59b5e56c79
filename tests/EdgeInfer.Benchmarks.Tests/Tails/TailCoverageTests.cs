using EdgeInfer.Benchmarks.Tails;
using EdgeInfer.Tests.Support.Latency;

namespace EdgeInfer.Benchmarks.Tests.Tails;

public sealed class TailCoverageTests
{
    [Fact]
    public void SharesAreOfWhatTheyAreSaidToBe()
    {
        var coverage = TailCoverage.Simulate(LatencyRuns.Independent, 2_000, runs: 40, seed: 1);

        Assert.Equal((LatencyRuns.Independent, 2_000, 40), (coverage.Kind, coverage.Windows, coverage.Runs));
        Assert.InRange(coverage.Bounded, 0.9, 1);
        Assert.InRange(coverage.Repeats, 0.9, 1);
        Assert.InRange(coverage.AllFive, 0.5, coverage.Repeats);
        Assert.InRange(coverage.True, 0.95, 1);
        Assert.InRange(coverage.MedianIndependent, 1_000, 2_000);
    }
}
