using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Tests.Networks.Training;

[Collection<TorchSession>]
public sealed class NetworkTrainingTests
{
    private static readonly NetworkInput Image = new(ToyImages.Channels, ToyImages.Side, ToyImages.Side);

    [Fact]
    public void AFewEpochsTellUnseenWindowsOfAToyProblem()
    {
        var (training, unseen) = (new ToyWindows(150, 3, 48, seed: 1), new ToyWindows(90, 3, 48, seed: 2));
        using var network = NetworkSamples.Train(training, NetworkSamples.Tiny, seed: 7);

        Assert.InRange(NetworkSamples.Accuracy(network, unseen, training), 0.9, 1);
    }

    [Theory]
    [InlineData(Architecture.DepthwiseSeparable)]
    [InlineData(Architecture.Residual)]
    public void AFewEpochsTellUnseenImagesOfAToyProblem(string name)
    {
        var (training, unseen) = (NetworkSamples.Set(new ToyImages(96, seed: 1)), NetworkSamples.Set(new ToyImages(60, seed: 2)));
        using var network = GraphModule.Create(
            Architecture.Create(name, Image, ToyImages.Classes, new ArchitectureScale(0.5, 0.5)), seed: 7);
        new NetworkTraining(NetworkSamples.Tiny, seed: 7).Run(network, training, (_, _, _) => { });

        using var found = network.forward(network.Batch(unseen.Some())).argmax(1);
        var right = found.data<long>().ToArray().Zip(unseen.Training.Labels).Count(pair => pair.First == pair.Second);

        Assert.InRange(right / 60.0, 0.9, 1);
    }

    [Fact]
    public void AnAutoencoderLearnsItsInput()
    {
        var data = new ToyWindows(64, 1, 32, seed: 1);
        var spec = Architecture.Create(Architecture.Autoencoder, new NetworkInput(1, 1, 32), classes: 0, new ArchitectureScale(0.5, 0.25));
        using var network = GraphModule.Create(spec, seed: 7);
        List<double> losses = [];
        new NetworkTraining(NetworkSamples.Tiny with { Epochs = 20 }, seed: 7).Run(
            network, NetworkSamples.Set(data), (_, detail, _) => losses.Add(Number(detail)));

        Assert.InRange(losses[^1], 0, 0.7 * losses[0]);
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
        using var network = GraphModule.Create(NetworkSamples.Spec(data), seed: 1);
        var outcome = new NetworkTraining(NetworkSamples.Tiny with { Epochs = 2 }, seed: 1).Run(
            network, NetworkSamples.Set(data), (epoch, detail, _) => heard.Add(((int)epoch, detail)));

        Assert.Equal([1, 2], heard.Select(each => each.Epoch));
        Assert.All(heard, each => Assert.Matches(@"^loss \d+\.\d{4}$", each.Detail));
        Assert.Equal((2, 2), (outcome.Epochs, outcome.KeptEpoch));
        Assert.False(network.training);
    }

    [Fact]
    public void TheEpochThatDidBestOnValidationIsKeptAndPatienceEndsTheRest()
    {
        // Labels of validation are wrong on purpose: the better the network learns, the worse it does there.
        var (data, other) = (new ToyWindows(48, 1, 32, seed: 1), new ToyWindows(24, 1, 32, seed: 2));
        var set = NetworkSamples.Set(data, other);
        set = set with
        {
            Validation = set.Validation! with { Labels = [.. other.Labels.Select(label => (label + 1) % ToyWindows.Classes)] },
        };
        var options = NetworkSamples.Tiny with { Epochs = 12, Patience = 2 };
        List<double> validated = [];
        Dictionary<int, byte[]> files = [];
        using var network = GraphModule.Create(NetworkSamples.Spec(data), seed: 1);
        var outcome = new NetworkTraining(options, seed: 1).Run(network, set, (epoch, detail, _) =>
        {
            validated.Add(Number(detail[detail.IndexOf("validation", StringComparison.Ordinal)..]));
            files[(int)epoch] = NetworkSamples.File(network);
        });

        Assert.InRange(outcome.Epochs, 3, 11);
        Assert.Equal(outcome.Epochs - 2, outcome.KeptEpoch);
        Assert.Equal(validated.Min(), validated[outcome.KeptEpoch - 1]);
        Assert.Equal(files[outcome.KeptEpoch], NetworkSamples.File(network));
        Assert.NotEqual(files[outcome.Epochs], NetworkSamples.File(network));
    }

    [Fact]
    public void AStudentLearnsFromATeacherAlone()
    {
        // The labels are wrong, all of weight 0; only the teacher knows.
        var (data, unseen) = (new ToyWindows(150, 3, 48, seed: 1), new ToyWindows(90, 3, 48, seed: 2));
        float[][] logits =
        [
            .. data.Labels.Select(label => Enumerable.Range(0, ToyWindows.Classes).Select(i => i == label ? 6f : 0f).ToArray()),
        ];
        var set = NetworkSamples.Set(data);
        set = set with
        {
            Training = set.Training with { Labels = [.. data.Labels.Select(label => (label + 1) % ToyWindows.Classes)] },
            Distillation = new Distillation(logits, Temperature: 2, Weight: 1),
        };
        using var network = GraphModule.Create(NetworkSamples.Spec(data), seed: 7);
        new NetworkTraining(NetworkSamples.Tiny, seed: 7).Run(network, set, (_, _, _) => { });

        Assert.InRange(NetworkSamples.Accuracy(network, unseen, data), 0.9, 1);
    }

    [Fact]
    public void AFrozenBackboneStaysAsItIsAndTheHeadLearns()
    {
        var data = new ToyWindows(48, 1, 32, seed: 1);
        using var network = NetworkSamples.Untrained(NetworkSamples.Spec(data), seed: 1);
        var before = network.Fold().Layers;
        new NetworkTraining(NetworkSamples.Tiny with { Epochs = 2, FreezeBackbone = true }, seed: 1).Run(
            network, NetworkSamples.Set(data), (_, _, _) => { });
        var after = network.Fold().Layers;

        Assert.All(network.Spec.Weighted.SkipLast(1), layer =>
        {
            Assert.Equal(before[layer.Name].Weights, after[layer.Name].Weights);
            Assert.Equal(before[layer.Name].Bias, after[layer.Name].Bias);
        });
        Assert.NotEqual(before["logits"].Weights, after["logits"].Weights);
    }

    [Fact]
    public void CudaIsRefusedWhereThereIsNone()
    {
        var data = new ToyWindows(6, 1, 32, seed: 1);
        using var network = GraphModule.Create(NetworkSamples.Spec(data), seed: 1);
        var training = new NetworkTraining(NetworkSamples.Tiny with { Device = TrainingDevice.Cuda }, seed: 1);
        Assert.SkipWhen(TorchSharp.torch.cuda.is_available(), "this host has CUDA");

        var error = Assert.Throws<InvalidInputException>(() => training.Run(network, NetworkSamples.Set(data), (_, _, _) => { }));

        Assert.StartsWith("--device cuda: libtorch finds no CUDA on this host", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, false, 40)]
    [InlineData(1_000_000, false, 8)]
    [InlineData(1_000, true, 23)]
    [InlineData(100, true, 128)]
    public void EpochsFollowTheBudgetOfOperationsWithinBounds(int windows, bool quick, int epochs)
    {
        var spec = NetworkSamples.Windows(channels: 6, length: 100, classes: 5);

        Assert.Equal(epochs, NetworkTrainingOptions.For(spec, windows, quick).Epochs);
    }

    [Theory]
    [InlineData(1_000, false, 60)]
    [InlineData(60_000, false, 16)]
    [InlineData(60_000, true, 8)]
    public void NetworksForImagesGetMoreEpochs(int images, bool quick, int epochs)
    {
        var spec = Architecture.Create(Architecture.Residual, new NetworkInput(1, 28, 28), classes: 10, ArchitectureScale.One);

        Assert.Equal(epochs, NetworkTrainingOptions.For(spec, images, quick).Epochs);
    }

    private static double Number(string detail) =>
        double.Parse(detail[(detail.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    private static (byte[] Float, byte[] Integer) Files(int seed)
    {
        var data = new ToyWindows(40, 3, 32, seed: 1);
        using var network = NetworkSamples.Train(data, NetworkSamples.Tiny with { Epochs = 2 }, seed);
        var fp32 = FloatGraph.Write(network.Fold());
        return (fp32, IntegerModel.Quantize(fp32, "toy", NetworkSamples.Standardized(data, data), CalibrationMethod.Percentile));
    }
}
