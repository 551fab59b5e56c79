using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class TIntervalTests
{
    [Fact]
    public void TheIntervalOfThreeValuesIsTheOneWorkedByHand()
    {
        // mean 0.9, s = 0.1, half width 4.3026527 * 0.1 / sqrt(3) = 0.2484138
        var interval = TInterval.Of([0.8, 0.9, 1.0]);

        Assert.NotNull(interval);
        Assert.Equal(0.6515862, interval.Value.Low, 1e-6);
        Assert.Equal(1.1484138, interval.Value.High, 1e-6);
    }

    [Fact]
    public void OneGroupHasNoInterval() => Assert.Null(TInterval.Of([0.9]));

    [Fact]
    public void NinetyFivePercentOfIntervalsHoldTheTrueMean()
    {
        const int repetitions = 4000;
        var random = new Random(2026);
        var held = 0;
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var groups = Enumerable.Range(0, 5).Select(_ => 0.85 + 0.05 * Normal(random)).ToArray();
            if (TInterval.Of(groups) is { } interval && interval.Contains(0.85))
                held++;
        }
        Assert.InRange(held / (double)repetitions, 0.94, 0.96);
    }

    [Fact]
    public void AnEstimateIsClippedToWhatAShareCanBe()
    {
        var estimate = GroupEstimate.Of([0.8, 0.9, 1.0], 300);

        Assert.Equal(0.9, estimate.Value, 1e-12);
        Assert.Equal(1.0, estimate.High);
        Assert.Equal(3, estimate.Groups);
        Assert.Equal(300, estimate.Windows);
    }

    [Fact]
    public void AnEstimateOfOneGroupSaysThatItHasNoInterval()
    {
        var estimate = GroupEstimate.Of([0.8], 10);

        Assert.Null(estimate.Low);
        Assert.Null(estimate.High);
    }

    // Box-Muller.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
