using CsCheck;
using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Tests.Clocks;

public sealed class StepCountsTests
{
    [Fact]
    public void TheRateIsThatOfAllStepsTogether() =>
        Gen.Long[-5, 400].Array[1, 300].Sample(
            steps =>
            {
                var counts = new StepCounts();
                foreach (var step in steps)
                    counts.Add(step);
                Assert.Equal(RateOfTimes.OfSteps(steps), counts.RateHz());
            },
            seed: "0N0XIzNsQ0O2",
            iter: 2_000,
            threads: 1);

    [Fact]
    public void MillionsOfDifferentStepsTakeBoundedMemoryAndGiveTheRate()
    {
        var random = new Random(5);
        var counts = new StepCounts();
        var steps = new long[1_000_000];
        foreach (ref var step in steps.AsSpan())
            counts.Add(step = 10_000_000 + random.Next(-2_000_000, 2_000_000));
        Assert.Equal(RateOfTimes.OfSteps(steps)!.Value, counts.RateHz()!.Value, 6);
        Assert.InRange(counts.Classes, 1, 1 << 16);
    }
}
