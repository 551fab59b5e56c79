using EdgeInfer.Trainer.Networks.Training;

namespace EdgeInfer.Trainer.Tests.Networks.Training;

public sealed class CosineScheduleTests
{
    [Fact]
    public void TheRateRisesForAWhileAndFallsToNearlyNothing()
    {
        double[] shares = [.. Enumerable.Range(0, 100).Select(step => CosineSchedule.Share(step, 100))];

        Assert.Equal([0.2, 0.4, 0.6, 0.8, 1], shares[..5]);
        Assert.All(shares[5..].Zip(shares[6..]), pair => Assert.True(pair.First > pair.Second));
        Assert.InRange(shares[^1], 0, 0.001);
    }
}
