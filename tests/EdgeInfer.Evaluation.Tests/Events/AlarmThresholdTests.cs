using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Evaluation.Events;

namespace EdgeInfer.Evaluation.Tests.Events;

public sealed class AlarmThresholdTests
{
    private const double HopSeconds = 86_400 / 100.0;

    [Fact]
    public void WhereTheTimeSufficesAlarmsAreCounted()
    {
        // One day of 100 windows, with runs that peak at 9, 8 and 7.
        float[] scores = [.. Enumerable.Repeat(1f, 94), 9, 9, 1, 8, 1, 7];

        Assert.Equal(MathF.BitIncrement(1), AlarmThreshold.For([scores], HopSeconds, perDay: 3).Value);
        Assert.Equal(MathF.BitIncrement(7), AlarmThreshold.For([scores], HopSeconds, perDay: 2).Value);
        Assert.Equal(MathF.BitIncrement(8), AlarmThreshold.For([scores], HopSeconds, perDay: 1).Value);
        Assert.False(AlarmThreshold.For([scores], HopSeconds, perDay: 1).IsExtrapolated);
    }

    [Fact]
    public void ASmoothDailyCycleDoesNotLeaveNormalTimeAlarmed()
    {
        // Ten days; on each, three short peaks on one long swell, which lower levels see as one run.
        float[] scores = [.. Enumerable.Range(0, 1_000).Select(i =>
            (float)(1 - Math.Cos(2 * Math.PI * i / 100)) + (i % 100 is 40 or 44 or 48 ? 3 : 0) + i / 1e6f)];

        var threshold = AlarmThreshold.For([scores], HopSeconds, perDay: 2).Value;

        Assert.InRange(scores.Count(score => score >= threshold), 1, 20);
    }

    [Fact]
    public void WhereItDoesNotTheTailIsExtrapolated()
    {
        // The 80 % quantile is 1; the peaks 3, 2 and 2 exceed it by 4/3 in the mean, with three in a tenth of a day.
        float[] scores = [0, 0, 0, 3, 0, 2, 0, 0, 1, 2];

        var threshold = AlarmThreshold.For([scores], HopSeconds, perDay: 1);

        Assert.True(threshold.IsExtrapolated);
        Assert.Equal((3, 0.1), (threshold.Peaks, threshold.ObservedDays));
        Assert.Equal(2 + 1 / 3.0 * Math.Log(30), threshold.Value, 1e-9);
    }

    [Fact]
    public void RarerAlarmsNeverAskForLess()
    {
        float[] scores = [.. Enumerable.Range(0, 200).Select(i => (float)((i * 7919 % 199) / 199.0))];
        double[] rates = [0.01, 0.1, 0.4, 0.5, 1, 5, 20];

        var thresholds = rates.Select(rate => AlarmThreshold.For([scores], HopSeconds, rate).Value).ToArray();

        Assert.Equal(thresholds.OrderDescending(), thresholds);
    }

    [Fact]
    public void ARunEndsWithItsSegment() =>
        Assert.Equal(MathF.BitIncrement(5), AlarmThreshold.For([[.. Zeros(49), 5], [5, .. Zeros(49)]], HopSeconds, perDay: 1).Value);

    [Fact]
    public void OpeningScoresSayWhenTheDecisionStageOpens()
    {
        var random = new Random(1);
        float[] scores = [.. Enumerable.Range(0, 500).Select(_ => random.NextSingle())];
        var rule = new DecisionRule(0.8, 2, 4, 0);

        var first = OpeningScores.Of(scores, rule.K, rule.N).TakeWhile(score => score < 0.8f).Count() + rule.K - 1;

        var stage = new AnomalyStage(rule);
        Assert.Equal(first, scores.TakeWhile(score => stage.Decide([score]) == AnomalyLabel.Normal).Count());
    }

    [Fact]
    public void ASegmentShorterThanKWindowsHasNoOpeningScore() => Assert.Empty(OpeningScores.Of([9], 2, 3));

    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void AScoreThatIsNoneIsRefused(float score) =>
        Assert.Throws<ArgumentException>(() => AlarmThreshold.For([[0, score, 1]], HopSeconds, perDay: 1));

    [Fact]
    public void NoScoreAndNoRateAreRefused()
    {
        Assert.Throws<ArgumentException>(() => AlarmThreshold.For([[]], HopSeconds, perDay: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AlarmThreshold.For([[1]], HopSeconds, perDay: 0));
    }

    private static IEnumerable<float> Zeros(int count) => Enumerable.Repeat(0f, count);
}
