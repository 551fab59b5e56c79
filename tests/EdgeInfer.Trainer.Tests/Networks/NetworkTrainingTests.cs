using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Networks;

[Collection<TorchSession>]
public sealed class NetworkTrainingTests
{
    [Fact]
    public void AFewEpochsTellUnseenWindowsOfAToyProblem()
    {
        var (training, unseen) = (new ToyWindows(150, 3, 48, seed: 1), new ToyWindows(90, 3, 48, seed: 2));
        using var network = NetworkSamples.Train(training, NetworkSamples.Tiny, seed: 7);
        using var model = OnnxModel.Load(FloatGraph.Write(network.Fold()), "toy");
        var shares = new float[ToyWindows.Classes];
        var right = NetworkSamples.Standardized(unseen, training).Zip(unseen.Labels).Count(pair =>
        {
            model.Predict(pair.First, shares);
            return Array.IndexOf(shares, shares.Max()) == pair.Second;
        });

        Assert.InRange(right / 90.0, 0.9, 1);
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytesAndAnotherDoesNot()
    {
        var (firstFloat, firstInteger) = Files(seed: 7);
        var (secondFloat, secondInteger) = Files(seed: 7);
        var (otherFloat, otherInteger) = Files(seed: 8);

        Assert.Equal(firstFloat, secondFloat);
        Assert.Equal(firstInteger, secondInteger);
        Assert.NotEqual(firstFloat, otherFloat);
        Assert.NotEqual(firstInteger, otherInteger);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(16)]
    [InlineData(5)]
    public void AnyNumberOfWindowsIsLearntAndEveryEpochReported(int windows)
    {
        var data = new ToyWindows(windows, 1, 32, seed: 1);
        var heard = new List<(int Epoch, string Detail)>();
        using var network = new NetworkTraining(NetworkSamples.Spec(data), NetworkSamples.Tiny with { Epochs = 2 }, seed: 1).Run(
            data.Windows, data.Labels, data.Shape, ChannelStatistics.Of(data.Windows, 1),
            (epoch, detail) => heard.Add((epoch, detail)));

        Assert.Equal([1, 2], heard.Select(each => each.Epoch));
        Assert.All(heard, each => Assert.Matches(@"^loss \d+\.\d{4}$", each.Detail));
        Assert.False(network.training);
    }

    [Theory]
    [InlineData(1_000, false, 40)]
    [InlineData(1_000_000, false, 8)]
    [InlineData(1_000, true, 23)]
    [InlineData(100, true, 128)]
    public void EpochsFollowTheBudgetOfOperationsWithinBounds(int windows, bool quick, int epochs)
    {
        var spec = DepthwiseSeparable.Create(channels: 6, length: 100, classes: 5);

        Assert.Equal(epochs, NetworkTrainingOptions.For(spec, windows, quick).Epochs);
    }

    private static (byte[] Float, byte[] Integer) Files(int seed)
    {
        var data = new ToyWindows(40, 3, 32, seed: 1);
        using var network = NetworkSamples.Train(data, NetworkSamples.Tiny with { Epochs = 2 }, seed);
        var fp32 = FloatGraph.Write(network.Fold());
        return (fp32, IntegerModel.Quantize(fp32, "toy", NetworkSamples.Standardized(data, data), CalibrationMethod.Percentile));
    }
}
