using EdgeInfer.Core.Resampling;

namespace EdgeInfer.Core.Tests.Resampling;

public sealed class KaiserLowPassTests
{
    [Theory]
    [InlineData(1.1)]
    [InlineData(2)]
    [InlineData(4.003)]
    [InlineData(80)]
    [InlineData(1000)]
    public void ThePassBandHoldsAndTheStopBandIsFiftyDecibelsDown(double ratio)
    {
        var taps = KaiserLowPass.HalfTaps(ratio);
        for (var share = 0.0; share <= 0.8; share += 0.05)
            Assert.InRange(Gain(taps, share / 2 / ratio), 0.998, 1.002);
        for (var share = 1.0; share < ratio; share += Math.Max(0.05, ratio / 200))
            Assert.InRange(Math.Abs(Gain(taps, share / 2 / ratio)), 0, Math.Pow(10, -50 / 20.0));
    }

    [Fact]
    public void TapsAreTheSameBitsOnEveryProcessor()
    {
        var taps = KaiserLowPass.HalfTaps(4);
        Assert.Equal(74, taps.Length);
        Assert.Equal(
            [4546007158498089471, -4650482851358513859, 4597274898720106968],
            new[] { taps[0], taps[40], taps[73] }.Select(BitConverter.DoubleToInt64Bits));
    }

    private static double Gain(double[] taps, double turns)
    {
        var sum = taps[^1];
        for (var i = 0; i < taps.Length - 1; i++)
            sum += 2 * taps[i] * Math.Cos(2 * Math.PI * turns * (taps.Length - 1 - i));
        return sum;
    }
}
