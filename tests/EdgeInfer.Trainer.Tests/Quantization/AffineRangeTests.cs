using EdgeInfer.Trainer.Quantization;

namespace EdgeInfer.Trainer.Tests.Quantization;

public sealed class AffineRangeTests
{
    [Theory]
    [InlineData(0f, 6f)]
    [InlineData(-3f, 5f)]
    [InlineData(-4f, 0f)]
    [InlineData(2f, 9f)]
    [InlineData(-9f, -2f)]
    [InlineData(-1e-6f, 1e6f)]
    [InlineData(-0.017f, 0.4f)]
    public void EveryValueIsCoveredToHalfAStep(float low, float high)
    {
        var range = AffineRange.Covering(low, high);
        for (var i = 0; i <= 100; i++)
        {
            var value = low + (high - low) * i / 100;
            var back = range.Scale * (Quantized(value, range) - range.ZeroPoint);
            Assert.InRange(back - value, -0.502f * range.Scale, 0.502f * range.Scale);
        }
    }

    [Theory]
    [InlineData(0f, 6f, 0)]
    [InlineData(2f, 6f, 0)]
    [InlineData(-4f, 0f, 255)]
    [InlineData(-2f, 8f, 51)]
    [InlineData(-1f, 254f, 1)]
    public void ZeroIsHeldExactly(float low, float high, int zeroPoint)
    {
        var range = AffineRange.Covering(low, high);

        Assert.Equal(zeroPoint, range.ZeroPoint);
        Assert.Equal(0f, range.Scale * (Quantized(0, range) - range.ZeroPoint));
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(0f, 2e-43f)]
    [InlineData(0f, float.NaN)]
    [InlineData(0f, float.PositiveInfinity)]
    public void WhatNoScaleCoversIsRefused(float low, float high) =>
        Assert.StartsWith(
            "no quantisation covers",
            Assert.Throws<ArgumentException>(() => AffineRange.Covering(low, high)).Message,
            StringComparison.Ordinal);

    private static int Quantized(float value, AffineRange range) =>
        (int)Math.Clamp(MathF.Round(value / range.Scale) + range.ZeroPoint, byte.MinValue, byte.MaxValue);
}
