using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Benchmarks.Tests.Harness;

public class PointsTextTests
{
    [Fact]
    public void ANumberThatRoundsToZeroHasNoSign() =>
        Assert.Equal("0.00 [0.00, 0.00]", PointsText.Of(PairedDifference.Of([0.1, 0.2], [0.10001, 0.20001], [1_000_000, 1_000_000])));

    [Fact]
    public void SharesAreShownInPoints() => Assert.Equal("-10.00", PointsText.Of(PairedDifference.Of([0.1], [0.2], [10])));
}
