using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Evaluation.Tests.Verdicts;

public sealed class PairedJudgementTests
{
    [Fact]
    public void TwoGroupsOfOneRightAnswerAreNotEqual()
    {
        var judged = Judge(PairedDifference.Of([1, 1], [1, 1], [1, 1]));

        Assert.Equal(VerdictOutcome.Inconclusive, judged.Outcome);
        Assert.Equal("2 groups can't show equality; 6 or more are needed", judged.Objection);
    }

    [Fact]
    public void SmallDifferencesOfManyWindowsAreEqual() =>
        Assert.Equal(VerdictOutcome.Equivalent, Judge(Of(0.001, -0.001, 0.002, 0, -0.002, 0.001)).Outcome);

    [Fact]
    public void AWiderMarginNeedsNoProofOfAMissingTenth() => Assert.Equal(
        VerdictOutcome.Equivalent, Judge(Of([.. Enumerable.Range(0, 17).Select(group => (group % 5 - 2) * 0.014)]), margin: 0.03).Outcome);

    [Theory]
    [InlineData(6, 20, 0.03)]
    [InlineData(6, 10, 0.05)]
    [InlineData(6, 5, 0.1)]
    [InlineData(29, 10, 0.01)]
    public void NoChangeInFewWindowsIsNotEqualAtAnyMargin(int groups, long windows, double margin)
    {
        double[] right = [.. Enumerable.Repeat(1.0, groups)];
        var difference = PairedDifference.Of(right, right, [.. right.Select(_ => windows)]);

        Assert.Equal(VerdictOutcome.Inconclusive, Judge(difference, margin).Outcome);
    }

    [Fact]
    public void ADifferenceInEveryGroupIsSupported() =>
        Assert.Equal(VerdictOutcome.Supported, Judge(Of(0.04, 0.05, 0.06, 0.05, 0.04, 0.06)).Outcome);

    [Fact]
    public void ALaterLookAsksForMore()
    {
        var difference = Of(0.04, 0.05, 0.06, 0.05, 0.04, 0.06);

        Assert.Equal((VerdictOutcome.Inconclusive, 0.005), (Judge(difference, look: 2).Outcome, Judge(difference, look: 2).Level));
    }

    [Fact]
    public void AllLaterLooksTogetherSpendOneMorePerCent() =>
        Assert.InRange(Enumerable.Range(1, 60).Sum(LookPlan.Level), 0.0599, 0.0601);

    [Fact]
    public void FurtherGroupsAreARange()
    {
        var judged = Judge(Of(0.03, -0.02, 0.05, 0.01, -0.01, 0.04, 0.02, -0.03));

        Assert.Equal(VerdictOutcome.Inconclusive, judged.Outcome);
        Assert.InRange(judged.Further!.Value.Low, 1, judged.Further.Value.High - 1);
    }

    [Fact]
    public void AWiderSpreadAsksForMoreGroups()
    {
        double[] seen = [0.03, -0.02, 0.05, 0.01, -0.01, 0.04, 0.02, -0.03];
        var wide = Judge(Of([.. seen.Select(value => 2 * value)])).Further;

        Assert.True(wide!.Value.High > 2 * Judge(Of(seen)).Further!.Value.High);
    }

    [Fact]
    public void NobodyIsAskedForTenThousandGroups() => Assert.Null(Judge(Of(0.9, -0.8, 0.7, -0.9, 0.8, -0.7)).Further);

    [Fact]
    public void OneGroupMeasuresNothing() => Assert.Equal(VerdictOutcome.NotMeasured, Judge(Of(0.1)).Outcome);

    [Fact]
    public void FiveGroupsDetectNoDifferenceHoweverLarge() => Assert.Null(DetectableDifference.Of(Of(0.1, 0.2, 0.1, 0.2, 0.1)));

    [Fact]
    public void TheDetectableDifferenceOfManyGroupsIsThatOfTheTTest()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(group => group % 2 == 0 ? 0.03 : -0.03)];
        // t(0.975, 39) = 2.0226909, t(0.8, 39) = 0.85093
        var expected = (2.0226909 + 0.85093) * 0.03 * Math.Sqrt(40.0 / 39) / Math.Sqrt(40);

        Assert.Equal(expected, DetectableDifference.Of(Of(values))!.Value, 1e-7);
    }

    private static PairedDifference Of(params double[] values) =>
        PairedDifference.Of(values, new double[values.Length], [.. values.Select(_ => 100_000L)]);

    private static PairedJudgement Judge(PairedDifference difference, double margin = 0.01, int look = 1) =>
        PairedJudgement.Of(difference, SignFlipTest.PValue(difference.Values, seed: 1), margin, look);
}
