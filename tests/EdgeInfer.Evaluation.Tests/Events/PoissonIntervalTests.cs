using EdgeInfer.Evaluation.Events;

namespace EdgeInfer.Evaluation.Tests.Events;

public sealed class PoissonIntervalTests
{
    /// <summary>Garwood's limits as tables print them, for example Ulm 1990, American Journal of Epidemiology 131.</summary>
    [Theory]
    [InlineData(0, 0, 3.689)]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(5, 1.623, 11.668)]
    [InlineData(10, 4.795, 18.390)]
    [InlineData(100, 81.364, 121.627)]
    public void EqualsTheTable(int count, double low, double high)
    {
        var interval = PoissonInterval.Of(count);

        Assert.Equal(low, interval.Low, 1e-3);
        Assert.Equal(high, interval.High, 1e-3);
    }

    [Fact]
    public void ACountBelowZeroIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => PoissonInterval.Of(-1));
}
