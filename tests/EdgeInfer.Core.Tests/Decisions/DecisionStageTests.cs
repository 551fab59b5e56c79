using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Decisions;

public sealed class DecisionStageTests
{
    [Fact]
    public void PerWindowEveryWindowDecidesForItself() =>
        Assert.Equal([1, 0, 2, 2], Decide(DecisionRule.PerWindow, [.1f, .8f, .1f], [.4f, .3f, .3f], [0, 0, 1], [.2f, .3f, .5f]));

    [Fact]
    public void OnATieTheLowerIndexHolds() =>
        Assert.Equal([0, 1], Decide(DecisionRule.PerWindow, [.5f, .5f, 0], [0, .5f, .5f]));

    [Fact]
    public void NothingHoldsBeforeTheFirstDecision() =>
        Assert.Equal(
            [LabelIndex.Unlabelled, LabelIndex.Unlabelled, 1],
            Decide(new DecisionRule(0.6, 1, 1, 0), [.59f, .41f], [.5f, .5f], [.4f, .6f]));

    [Fact]
    public void AWindowBelowTheThresholdKeepsWhatHolds() =>
        Assert.Equal([0, 0, 1], Decide(new DecisionRule(0.7, 1, 1, 0), [.9f, .1f], [.4f, .6f], [.3f, .7f]));

    [Fact]
    public void ALabelTakesOverWithKVotesAmongTheLastN() =>
        Assert.Equal(
            [-1, 0, 0, 0, 1, 1, 1, 0],
            Decide(new DecisionRule(0.5, 2, 3, 0), [1, 0], [1, 0], [0, 1], [1, 0], [0, 1], [0, 1], [1, 0], [1, 0]));

    [Fact]
    public void VotesOlderThanNWindowsAreForgotten() =>
        Assert.Equal(
            [0, 0, 0, 0, 0, 1],
            Decide(
                new DecisionRule(0.6, 2, 3, 0),
                [[1, 0], [1, 0], [0, 1], [.5f, .5f], [.5f, .5f], [0, 1], [0, 1]]).Skip(1));

    [Fact]
    public void HysteresisAsksMoreOfEveryLabelButTheOneThatHolds() =>
        Assert.Equal(
            [-1, 0, 0, 0, 1, 1],
            Decide(
                new DecisionRule(0.5, 1, 1, 0.2),
                [.6f, .4f], [.75f, .25f], [.5f, .5f], [.35f, .65f], [.3f, .7f], [.45f, .55f]));

    [Fact]
    public void AProbabilityThatIsNotANumberIsNoVote() =>
        Assert.Equal([0, 0], Decide(DecisionRule.PerWindow, [1, 0], [float.NaN, float.NaN]));

    [Theory]
    [InlineData(-0.1, 1, 1, 0)]
    [InlineData(1.1, 1, 1, 0)]
    [InlineData(double.NaN, 1, 1, 0)]
    [InlineData(0.5, 0, 1, 0)]
    [InlineData(0.5, 3, 2, 0)]
    [InlineData(0.5, 1, 0, 0)]
    [InlineData(0.5, 1, 1, -0.1)]
    public void ARuleThatCannotWorkIsRefused(double threshold, int k, int n, double hysteresis) =>
        Assert.Throws<ArgumentException>(() => new DecisionStage(new DecisionRule(threshold, k, n, hysteresis), 2));

    [Fact]
    public void AnotherNumberOfProbabilitiesIsRefused() =>
        Assert.Throws<ArgumentException>(() => new DecisionStage(DecisionRule.PerWindow, 2).Decide([1, 0, 0]));

    [Fact]
    public void DecidingAllocatesNothing()
    {
        var stage = new DecisionStage(new DecisionRule(0.6, 3, 5, 0.1), 2);
        stage.Decide([1, 0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            stage.Decide([i % 7 / 7f, 1 - i % 7 / 7f]);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static List<int> Decide(DecisionRule rule, params float[][] windows)
    {
        var stage = new DecisionStage(rule, windows[0].Length);
        return [.. windows.Select(window => stage.Decide(window))];
    }
}
