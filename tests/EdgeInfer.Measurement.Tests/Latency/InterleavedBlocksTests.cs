using EdgeInfer.Measurement.Latency;

namespace EdgeInfer.Measurement.Tests.Latency;

public sealed class InterleavedBlocksTests
{
    [Fact]
    public void EveryModelRunsInEveryRoundAndTheFirstIsTheReference()
    {
        var calls = new int[2];
        var ratios = InterleavedBlocks.Run([() => Wait(calls, 0), () => Wait(calls, 1)], seed: 1);

        Assert.All(calls, count => Assert.InRange(count, InterleavedBlocks.Rounds, int.MaxValue));
        Assert.Equal(new LatencyRatio(1, 1, 1, InterleavedBlocks.Rounds), ratios[0]);
        Assert.InRange(ratios[1].Median, ratios[1].BlocksP5, ratios[1].BlocksP95);
    }

    private static void Wait(int[] calls, int model)
    {
        calls[model]++;
        Thread.SpinWait(2_000);
    }
}
