using System.Numerics;
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
        var (real, imaginary) = (new Vector<double>[size / 2 + 1], new Vector<double>[size / 2 + 1]);
        new RealFft(size).Forward([.. signal.Select(value => new Vector<double>(value))], real, imaginary);

        for (var k = 0; k <= size / 2; k++)
        {
            FeatureBench.Near(Sum(k, Math.Cos), real[k][Vector<double>.Count - 1], 1e-12);
            FeatureBench.Near(-Sum(k, Math.Sin), imaginary[k][Vector<double>.Count - 1], 1e-12);
        }

        double Sum(int k, Func<double, double> wave) =>
            signal.Select((value, n) => value * wave(2 * Math.PI * (k * n % size) / size)).Sum();
    }

    [Fact]
    public void TheInverseGivesTheSignalBack()
    {
        var random = new Random(4);
        double[] signal = [.. Enumerable.Range(0, 64).Select(_ => random.NextDouble())];
        var transform = new ComplexFft(64);
        var (real, imaginary) = (Placed(transform, i => signal[i]), Placed(transform, _ => 0));
        transform.Forward(real, imaginary);
        var (placedReal, placedImaginary) = (Placed(transform, i => real[i][0]), Placed(transform, i => imaginary[i][0]));
        transform.Inverse(placedReal, placedImaginary);

        for (var i = 0; i < 64; i++)
            FeatureBench.Near(signal[i], placedReal[i][0] / 64, 1e-14);
    }

    [Fact]
    public void ASizeThatIsNoPowerOfTwoIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplexFft(12));

    private static Vector<double>[] Placed(ComplexFft transform, Func<int, double> value)
    {
        var placed = new Vector<double>[transform.Size];
        for (var i = 0; i < placed.Length; i++)
            placed[transform.Places[i]] = new(value(i));
        return placed;
    }
}
