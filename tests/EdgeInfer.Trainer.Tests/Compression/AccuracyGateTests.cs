using EdgeInfer.Core.Errors;
using EdgeInfer.Measurement.Groups;
using EdgeInfer.Trainer.Compression;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class AccuracyGateTests
{
    [Fact]
    public void ALossWhoseLowerEndStaysAboveTheMarginPasses() => AccuracyGate.Require("net", Difference(-0.001, -0.002, -0.001, 0), margin: 0.01);

    [Fact]
    public void TheLowerEndDecidesAndNotTheMean() => Assert.StartsWith(
        "net: accuracy changes by -0.0050 [-0.0", Refusal(Difference(-0.03, 0.02, -0.01, 0)), StringComparison.Ordinal);

    [Fact]
    public void OneGroupCannotBeJudged() => Assert.Equal(
        "net: 1 test group gives no interval of the accuracy that is lost; two or more are needed; nothing was exported", Refusal(Difference(0)));

    private static string Refusal(PairedDifference difference) =>
        Assert.Throws<InvalidInputException>(() => AccuracyGate.Require("net", difference, margin: 0.01)).Message;

    private static PairedDifference Difference(params double[] groups) => PairedDifference.Of(groups, new double[groups.Length]);
}
