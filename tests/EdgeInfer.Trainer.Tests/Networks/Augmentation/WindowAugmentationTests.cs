using EdgeInfer.Core.Windows;
using EdgeInfer.Trainer.Networks.Augmentation;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Networks.Augmentation;

public sealed class WindowAugmentationTests
{
    private const int Length = 60;

    private static readonly WindowShape Sensor = ToyWindows.ShapeOf(channels: 3, Length) with
    {
        Channels = [new Channel("acc.z", "g"), new Channel("acc.y", "g"), new Channel("acc.x", "g")],
    };

    [Fact]
    public void EveryValueIsWrittenFiniteAndTheOriginalStaysAsItIs()
    {
        var shape = ToyWindows.ShapeOf(channels: 7, Length);
        var window = ToyWindows.Noise(1, shape.ValueCount, seed: 1)[0];
        float[] before = [.. window];
        var augmentation = new WindowAugmentation(shape, [1, 2, 3, 4, 5, 6, 7]);
        var random = new Random(3);
        for (var i = 0; i < 100; i++)
        {
            float[] target = [.. Enumerable.Repeat(float.NaN, shape.ValueCount)];
            augmentation.Apply(window, target, random);
            Assert.All(target, value => Assert.True(float.IsFinite(value)));
            Assert.NotEqual(before, target);
        }

        Assert.Equal(before, window);
    }

    [Fact]
    public void TheSameSeedGivesTheSameWindow()
    {
        var window = ToyWindows.Noise(1, Sensor.ValueCount, seed: 1)[0];

        Assert.Equal(Augmented(Sensor, window, deviation: 1, seed: 5), Augmented(Sensor, window, deviation: 1, seed: 5));
        Assert.NotEqual(Augmented(Sensor, window, deviation: 1, seed: 5), Augmented(Sensor, window, deviation: 1, seed: 6));
    }

    [Fact]
    public void ASpeedChannelIsOnlyMovedInTime()
    {
        var shape = Sensor with { Channels = [.. Sensor.Channels, new Channel("rpm", "Hz", ChannelRole.Speed)] };
        float[] window = [.. ToyWindows.Noise(1, 3 * Length, seed: 1)[0], .. Enumerable.Range(0, Length).Select(i => 100f + i)];
        for (var seed = 0; seed < 50; seed++)
        {
            var speed = Augmented(shape, window, deviation: 1, seed).AsSpan(3 * Length);
            var shift = (int)speed[Length / 2] - 100 - Length / 2;
            Assert.InRange(shift, -6, 6);
            for (var i = 6; i < Length - 6; i++)
                Assert.Equal(100f + i + shift, speed[i]);
            foreach (var value in speed)
                Assert.InRange(value, 100f, 100f + Length - 1);
        }
    }

    [Fact]
    public void ThreeAxesOfASensorAreRotatedBeforeEachIsScaled()
    {
        // The three unit vectors one after another: the middle of each third then shows a column of scale times rotation.
        var window = new float[3 * Length];
        for (var i = 0; i < Length; i++)
            window[i / 20 * Length + i] = 1;
        var turned = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            var target = Augmented(Sensor, window, deviation: 0, seed);
            double[][] rows = [.. Enumerable.Range(0, 3).Select(axis =>
                Enumerable.Range(0, 3).Select(third => (double)target[axis * Length + third * 20 + 10]).ToArray())];
            for (var axis = 0; axis < 3; axis++)
            {
                Assert.InRange(Math.Sqrt(Dot(rows[axis], rows[axis])), 0.5, 1.5);
                Assert.InRange(Dot(rows[axis], rows[(axis + 1) % 3]), -1e-5, 1e-5);
            }

            Assert.True(Determinant(rows) > 0);
            turned += Math.Abs(rows[0][1]) > 0.01 ? 1 : 0;
        }

        Assert.InRange(turned, 40, 50);
    }

    [Theory]
    [InlineData("g", "g", "rad/s")]
    [InlineData("g", "rad/s", "rad/s")]
    public void ChannelsOfDifferentUnitsAreNotMixed(string first, string second, string third)
    {
        var shape = Sensor with { Channels = [new Channel("x", first), new Channel("y", second), new Channel("z", third)] };
        float[] window = [.. new float[Length], .. Enumerable.Repeat(1f, Length), .. new float[Length]];
        var target = Augmented(shape, window, deviation: 0, seed: 4);

        Assert.All(target[..Length], value => Assert.Equal(0, value));
        Assert.All(target[(2 * Length)..], value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData("altitude", "pressure", "gyro.z")]
    [InlineData("t1", "t2", "t3")]
    [InlineData("acc_x", "acc_y", "gyro_z")]
    public void ChannelsThatAreNoAxesOfOneSensorAreNotMixed(string first, string second, string third)
    {
        var shape = Sensor with { Channels = [.. new[] { first, second, third }.Select(name => new Channel(name, "unknown"))] };
        float[] window = [.. new float[Length], .. Enumerable.Repeat(1f, Length), .. new float[Length]];
        var target = Augmented(shape, window, deviation: 0, seed: 4);

        Assert.All(target[..Length], value => Assert.Equal(0, value));
        Assert.All(target[(2 * Length)..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void NoiseIsMeasuredByTheChannelsDeviation()
    {
        var target = Augmented(Sensor, new float[3 * Length], deviation: 10, seed: 4);
        var deviation = Math.Sqrt(target.Average(value => (double)value * value));

        Assert.InRange(deviation, 0.3, 0.7);
    }

    [Fact]
    public void NoiseMeasuredByTheWindowLeavesAWeakOneAsClear()
    {
        float[] weak = [.. Enumerable.Range(0, 3 * Length).Select(i => 0.001f * MathF.Sin(0.7f * i))];
        var (target, loud) = (new float[weak.Length], new float[weak.Length]);

        new WindowAugmentation(Sensor, deviation: null).Apply(weak, target, new Random(4));
        new WindowAugmentation(Sensor, deviation: null).Apply(Array.ConvertAll(weak, value => 1000 * value), loud, new Random(4));

        Assert.All(target.Zip(loud), pair => Assert.Equal(pair.Second / 1000, pair.First, 1e-6f));
        Assert.InRange(target.Max(Math.Abs), 0.0005, 0.003);
    }

    private static float[] Augmented(WindowShape shape, float[] window, float deviation, int seed)
    {
        var target = new float[shape.ValueCount];
        new WindowAugmentation(shape, [.. Enumerable.Repeat(deviation, shape.Channels.Count)]).Apply(window, target, new Random(seed));
        return target;
    }

    private static double Dot(double[] a, double[] b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

    private static double Determinant(double[][] m) =>
        Dot(m[0], [m[1][1] * m[2][2] - m[1][2] * m[2][1], m[1][2] * m[2][0] - m[1][0] * m[2][2], m[1][0] * m[2][1] - m[1][1] * m[2][0]]);
}
