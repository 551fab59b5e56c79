using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public sealed class MarginGateTests
{
    [Fact]
    public void ALossWhoseLowerEndStaysAboveTheMarginPasses() => Assert.Null(Refusal(-0.001, -0.002, -0.001, 0));

    [Fact]
    public void TheLowerEndDecidesAndNotTheMean() => Assert.StartsWith(
        "accuracy changes by -0.0050 [-0.0", Refusal(-0.03, 0.02, -0.01, 0), StringComparison.Ordinal);

    [Fact]
    public void OneGroupCannotBeJudged() => Assert.Equal(
        "1 test group gives no interval of the accuracy that is lost; two or more are needed", Refusal(0));

    [Fact]
    public void OneOfSeveralNetworksIsJudgedByAWiderInterval()
    {
        var difference = PairedDifference.Of([-0.0085, -0.0055, -0.008, -0.006], new double[4]);

        Assert.Null(new MarginGate(0.01, "accuracy", networks: 1).Judge(difference).Refusal);
        Assert.Contains(
            "(98.75 % interval, for 4 networks are judged)",
            new MarginGate(0.01, "accuracy", networks: 4).Judge(difference).Refusal,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AMarginOfEverythingLetsOneGroupPass() => Assert.Null(
        new MarginGate(1, "accuracy", networks: 1).Judge(PairedDifference.Of([0.2], [0.9])).Refusal);

    private static string? Refusal(params double[] groups) =>
        new MarginGate(margin: 0.01, "accuracy", networks: 1).Judge(PairedDifference.Of(groups, new double[groups.Length])).Refusal;
}
