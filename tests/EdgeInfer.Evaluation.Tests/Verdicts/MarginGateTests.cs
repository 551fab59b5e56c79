using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Evaluation.Tests.Verdicts;

public sealed class MarginGateTests
{
    private static readonly double[] SmallLoss = [-0.001, -0.002, -0.001, 0, 0.001, -0.003];

    [Fact]
    public void ALossWhoseLowerEndStaysAboveTheMarginPasses() => Assert.Null(Refusal(SmallLoss));

    [Fact]
    public void TheLowerEndDecidesAndNotTheMean() => Assert.StartsWith(
        "accuracy changes by -0.0050 [-0.0", Refusal(-0.03, 0.02, -0.01, 0, -0.03, 0.02), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "1 test group can't")]
    [InlineData(5, "5 test groups can't")]
    public void FewGroupsCannotBeJudged(int groups, string beginning) => Assert.Equal(
        $"{beginning} show how much accuracy is lost; 6 or more are needed", Refusal(SmallLoss[..groups]));

    [Fact]
    public void NoChangeInFewWindowsIsNoProof() => Assert.Equal(
        "accuracy changes by 0.0000, but 0 changed answers in 10 groups of few windows (199 in one) don't show how far groups differ; "
        + "record 200 windows a group, or 36 groups",
        Judge(new double[10], windows: 199, networks: 1).Refusal);

    [Fact]
    public void NoChangeInManyWindowsPasses() => Assert.True(Judge(new double[10], windows: 400, networks: 1).Passes);

    [Fact]
    public void NoChangeInManyGroupsOfFewWindowsPasses() => Assert.True(Judge(new double[36], windows: 20, networks: 1).Passes);

    [Fact]
    public void OneChangedAnswerInFewWindowsIsNoProofEither() => Assert.Contains(
        "1 changed answers in 17 groups of few windows",
        Judge([0.01, .. new double[16]], windows: 100, networks: 1).Refusal,
        StringComparison.Ordinal);

    [Fact]
    public void GroupsThatDifferAsMuchAsTheMarginMayHideATenthThatFails()
    {
        double[] spread = [.. Enumerable.Range(0, 30).Select(group => group % 2 == 0 ? 0.008 : -0.008)];

        Assert.Contains("may have missed a tenth that differs far more; record 36 groups", Refusal(spread), StringComparison.Ordinal);
        Assert.Null(Refusal([.. spread, .. spread[..6]]));
    }

    [Fact]
    public void OneOfSeveralNetworksIsJudgedByAWiderInterval()
    {
        double[] loss = [-0.006, -0.0052, -0.0058, -0.0049, -0.0062, -0.0055];

        Assert.True(Judge(loss, 10_000, networks: 1).Passes);
        Assert.Equal(0.9875, Judge(loss, 10_000, networks: 4).Confidence);
        Assert.Contains(
            "(98.75 % interval, for 4 networks are judged)",
            Judge([-0.009, -0.0052, -0.0058, -0.0049, -0.012, -0.0055], 10_000, networks: 4).Refusal,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AMarginOfEverythingLetsOneGroupPass() => Assert.Null(
        new MarginGate(1, "accuracy", networks: 1).Judge(PairedDifference.Of([0.2], [0.9], [10])).Refusal);

    private static string? Refusal(params double[] groups) => Judge(groups, 10_000, networks: 1).Refusal;

    private static GateVerdict Judge(double[] groups, long windows, int networks) =>
        new MarginGate(margin: 0.01, "accuracy", networks).Judge(
            PairedDifference.Of(groups, new double[groups.Length], [.. groups.Select(_ => windows)]));
}
