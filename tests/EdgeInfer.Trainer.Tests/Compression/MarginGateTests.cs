using EdgeInfer.Measurement.Groups;
using EdgeInfer.Trainer.Compression;

namespace EdgeInfer.Trainer.Tests.Compression;

public sealed class MarginGateTests
{
    [Fact]
    public void ALossWhoseLowerEndStaysAboveTheMarginPasses() => Assert.Null(Refusal(-0.001, -0.002, -0.001, 0));

    [Fact]
    public void TheLowerEndDecidesAndNotTheMean() => Assert.StartsWith(
        "accuracy changes by -0.0050 [-0.0", Refusal(-0.03, 0.02, -0.01, 0), StringComparison.Ordinal);

    [Fact]
    public void OneGroupCannotBeJudged() => Assert.Equal(
        "1 test group gives no interval of the accuracy that is lost; two or more are needed; nothing was exported", Refusal(0));

    private static string? Refusal(params double[] groups) =>
        MarginGate.Refusal(PairedDifference.Of(groups, new double[groups.Length]), margin: 0.01, "accuracy");
}
