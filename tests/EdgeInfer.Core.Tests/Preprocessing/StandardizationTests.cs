using EdgeInfer.Core.Preprocessing;

namespace EdgeInfer.Core.Tests.Preprocessing;

public sealed class StandardizationTests
{
    [Fact]
    public void EachChannelIsShiftedAndScaledByItsOwn()
    {
        var output = new float[6];
        new Standardization([1, 10], [2, 4], 3).Apply([1, 3, 5, 10, 14, 2], output);
        Assert.Equal([0, 1, 2, 0, 1, -2], output);
    }

    [Fact]
    public void TheShapeOfTheWindowIsKept() =>
        Assert.Equal(6, new Standardization([1, 10], [2, 4], 3).OutputLength);

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    public void ADeviationThatIsNotAboveZeroIsRefused(float deviation) =>
        Assert.Throws<ArgumentException>(() => new Standardization([0], [deviation], 3));

    [Fact]
    public void AsManyDeviationsAsMeansAreNeeded() =>
        Assert.Throws<ArgumentException>(() => new Standardization([0, 0], [1], 3));

    [Fact]
    public void ApplyingAllocatesNothing()
    {
        var standardization = new Standardization([1, 10], [2, 4], 3);
        Span<float> window = stackalloc float[6];
        Span<float> output = stackalloc float[6];
        standardization.Apply(window, output);
        var before = GC.GetAllocatedBytesForCurrentThread();
        standardization.Apply(window, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
