using EdgeInfer.Benchmarks.Statistics;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Tests.Statistics;

/// <summary>The studies in short: fixed seeds, so that no test depends on chance. Long ones are the command 'statistics'.</summary>
public sealed class StudyTests
{
    [Fact]
    [Slow("repeats studies at random")]
    public void NeitherEqualityNorThePassedGateComesFromNothing() => Holds(EqualityStudy.Run(1000, PairTruth.Different));

    [Fact]
    [Slow("repeats studies at random")]
    public void WhatIsEqualIsFoundToBe() => Holds(ReachStudy.Run(200));

    [Fact]
    [Slow("repeats studies at random")]
    public void IntervalsHoldTheMeanAndArePrinted() => Holds(IntervalStudy.Run(300));

    [Fact]
    [Slow("repeats studies at random")]
    public void TheLeastDifferenceIsFoundInFourOfFive() => Holds(PowerStudy.Run(500));

    [Fact]
    [Slow("repeats studies at random")]
    public void FollowingTheAdviceToTheEndFindsNoDifferenceInATie() => Holds(LookStudy.Run(40));

    [Fact]
    [Slow("repeats studies at random")]
    public void IntervalsOfFalseAlarmsHoldTheRate() => Holds(AlarmStudy.Run(200, means: [1, 30], sizes: [6, 17]));

    [Fact]
    public void ACellThatMissesItsLimitIsSeen()
    {
        var row = new StudyRow("study", "truth", 6, 10, null, 0.2, (0, 0.05), 100);

        Assert.False(row.Holds);
        Assert.True((row with { Now = 0.09 }).Holds);
        Assert.False((row with { Now = 0.09, Runs = 10_000 }).Holds);
    }

    private static void Holds(IEnumerable<StudyRow> rows) => Assert.DoesNotContain(rows, row => !row.Holds);
}
