using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Tasks;

namespace EdgeInfer.Core.Tests.Decisions;

public sealed class AnomalyStageTests
{
    [Fact]
    public void AnEventOpensWithKOfTheLastNWindowsAtTheThresholdAndClosesWithKBelowIt() =>
        Assert.Equal(
            [0, 0, 1, 1, 1, 0, 0],
            Decide(new DecisionRule(2, 2, 3, 0), 2, 1, 2, 1, 2, 1, 1));

    [Fact]
    public void VotesOlderThanNWindowsAreForgotten() =>
        Assert.Equal([0, 0, 0, 0, 1], Decide(new DecisionRule(2, 2, 3, 0), 2, 1, 1, 2, 2));

    [Fact]
    public void AnOpenEventHoldsUntilScoresFallBelowTheThresholdMinusTheHysteresis() =>
        Assert.Equal([1, 1, 1, 0, 0], Decide(new DecisionRule(2, 1, 1, 0.5), 2, 1.9f, 1.5f, 1.4f, 1.9f));

    [Fact]
    public void TheWindowsThatClosedAnEventAreNoEvidenceForTheNext() =>
        Assert.Equal([1, 0, 1, 0], Decide(new DecisionRule(2, 1, 3, 0), 2, 1, 2, 1));

    [Fact]
    public void AScoreThatIsNotANumberIsEvidenceForNeither() =>
        Assert.Equal([0, 1, 1, 0], Decide(new DecisionRule(2, 1, 1, 0), float.NaN, 2, float.NaN, 1));

    [Fact]
    public void AWindowAloneIsAnAnomalyFromTheThresholdOn()
    {
        var stage = new AnomalyStage(new DecisionRule(0.7, 2, 3, 0));

        Assert.Equal((AnomalyLabel.Normal, AnomalyLabel.Anomaly), (stage.Suggest([0.69f]), stage.Suggest([0.7f])));
    }

    [Theory]
    [InlineData(-0.1, 1, 1, 0)]
    [InlineData(double.PositiveInfinity, 1, 1, 0)]
    [InlineData(double.NaN, 1, 1, 0)]
    [InlineData(5, 0, 1, 0)]
    [InlineData(5, 3, 2, 0)]
    [InlineData(5, 1, 1, 5.1)]
    [InlineData(5, 1, 1, 5)]
    [InlineData(1e39, 1, 1, 0)]
    public void ARuleThatCannotWorkIsRefused(double threshold, int k, int n, double hysteresis) =>
        Assert.Throws<ArgumentException>(() => new AnomalyStage(new DecisionRule(threshold, k, n, hysteresis)));

    [Fact]
    public void MoreThanOneScoreIsRefused() =>
        Assert.Throws<ArgumentException>(() => new AnomalyStage(DecisionRule.PerWindow).Decide([1, 0]));

    [Fact]
    public void DecidingAllocatesNothing()
    {
        var stage = new AnomalyStage(new DecisionRule(2, 2, 3, 0.5));
        float[] score = [0];
        stage.Decide(score);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            score[0] = i % 5;
            stage.Decide(score);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static List<int> Decide(DecisionRule rule, params float[] scores)
    {
        var stage = new AnomalyStage(rule);
        return [.. scores.Select(score => stage.Decide([score]))];
    }
}
