using EdgeInfer.Core.Features;

namespace EdgeInfer.Core.Tests.Features;

public sealed class FftTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(256)]
    public void TheRealTransformIsTheSumThatDefinesIt(int size)
    {
        var random = new Random(3);
        var length = Math.Max(1, size - 3);
        double[] signal = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
        var (real, imaginary) = (new double[size / 2 + 1], new double[size / 2 + 1]);
        new RealFft(size).Forward(signal, real, imaginary);

        for (var k = 0; k <= size / 2; k++)
        {
            FeatureBench.Near(Sum(k, Math.Cos), real[k], 1e-12);
            FeatureBench.Near(-Sum(k, Math.Sin), imaginary[k], 1e-12);
        }

        double Sum(int k, Func<double, double> wave) =>
            signal.Select((value, n) => value * wave(2 * Math.PI * (k * n % size) / size)).Sum();
    }

    [Fact]
    public void TheInverseGivesTheSignalBack()
    {
        var random = new Random(4);
        double[] signal = [.. Enumerable.Range(0, 64).Select(_ => random.NextDouble())];
        double[] real = [.. signal];
        var imaginary = new double[64];
        var transform = new ComplexFft(64);
        transform.Forward(real, imaginary);
        transform.Inverse(real, imaginary);

        for (var i = 0; i < 64; i++)
            FeatureBench.Near(signal[i], real[i] / 64, 1e-14);
    }

    [Fact]
    public void ASizeThatIsNoPowerOfTwoIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplexFft(12));
}
