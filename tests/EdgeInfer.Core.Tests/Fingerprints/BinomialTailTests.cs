using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Core.Tests.Fingerprints;

public sealed class BinomialTailTests
{
    [Theory]
    [InlineData(3, 3, 0.5, 0.125)]
    [InlineData(2, 3, 0.5, 0.5)]
    [InlineData(9, 10, 0.5, 11.0 / 1024)]
    [InlineData(40, 40, 0.75, 1.0056585161637498e-5)]
    [InlineData(0, 40, 0.75, 1)]
    [InlineData(1, 40, 0, 0)]
    [InlineData(40, 40, 1, 1)]
    public void ItIsTheSumOfTheTerms(int found, int count, double chance, double expected) =>
        Assert.Equal(expected, BinomialTail.AtLeast(found, count, chance), 1e-12);

    [Fact]
    public void LargeCountsNeitherOverflowNorVanish() =>
        Assert.InRange(BinomialTail.AtLeast(50_400, 100_000, 0.5), 0.0055, 0.0060);
}
