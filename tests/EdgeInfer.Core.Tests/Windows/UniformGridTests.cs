using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Tests.Windows;

public sealed class UniformGridTests
{
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(1, 3, 333_333_333)]
    [InlineData(2, 3, 666_666_667)]
    [InlineData(3, 3, 1_000_000_000)]
    [InlineData(3_000_000, 3, 1_000_000_000_000_000)]
    public void OffsetsAreRoundedFromTheIndexAndNeverAccumulate(long index, double rateHz, long expected) =>
        Assert.Equal(expected, UniformGrid.OffsetNanoseconds(index, rateHz));
}
