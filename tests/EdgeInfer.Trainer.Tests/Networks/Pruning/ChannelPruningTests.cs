using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Pruning;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Tests.Networks.Pruning;

[Collection<TorchSession>]
public sealed class ChannelPruningTests
{
    private static readonly NetworkInput Image = new(3, 9, 8);

    [Fact]
    public void ShortcutsAndDepthwiseLayersTieChannelsTogether()
    {
        var groups = ChannelGroups.Of(NetworkSamples.Residual(Image, channels: 16, classes: 4));

        Assert.Equal(2, groups.Prunable.Count);
        Assert.Equal(["stem", "depthwise", "pointwise"], groups.Prunable[0].Layers);
        Assert.Equal(["last"], groups.Prunable[1].Layers);
        Assert.Equal(groups.NameOf("last"), groups.NameOf("embedding"));
        Assert.NotEqual(groups.NameOf("sum"), groups.NameOf("last"));
    }

    [Theory]
    [InlineData(64, 0.4, 32)]
    [InlineData(96, 0.4, 64)]
    [InlineData(48, 0.4, 32)]
    [InlineData(32, 0.4, 16)]
    [InlineData(32, 0.1, 32)]
    [InlineData(24, 0.4, 16)]
    [InlineData(16, 0.4, 8)]
    [InlineData(16, 0.99, 8)]
    [InlineData(64, 0.99, 16)]
    [InlineData(8, 0.5, 8)]
    [InlineData(4, 0.5, 4)]
    public void WhatIsKeptIsAMultipleThatKernelsLike(int channels, double share, int kept) =>
        Assert.Equal(kept, ChannelPruning.KeptCount(channels, share));

    [Theory]
    [MemberData(nameof(NetworkSamples.Architectures), MemberType = typeof(NetworkSamples))]
    public void EveryPrunedArchitectureIsNarrowerAndItsExportMatchesTorch(string name, int channels, int height, int width)
    {
        var spec = Architecture.Create(name, new NetworkInput(channels, height, width), classes: 4, ArchitectureScale.One);
        using var network = NetworkSamples.Untrained(spec, seed: 1);
        using var narrow = ChannelPruning.Run(network, 0.4);

        var parity = NetworkParity.Prove(
            "pruned", narrow, NetworkSamples.File(narrow), ToyWindows.Noise(20, spec.Input.ValueCount, seed: 8));

        Assert.InRange(narrow.Spec.ParameterCount, 0.2 * spec.ParameterCount, 0.7 * spec.ParameterCount);
        Assert.Equal(spec.Head.Outputs, narrow.Spec.Head.Outputs);
        Assert.Equal((20L, 0L), (parity.Rows, parity.LabelMismatches));
        Assert.False(narrow.training);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void ChannelsWithoutInfluenceAreTakenOutWithoutChange(int height)
    {
        var spec = NetworkSamples.Residual(new NetworkInput(3, height, 8), channels: 16, classes: 4);
        using var network = NetworkSamples.Untrained(spec, seed: 1);
        Silence(network);
        var inputs = ToyWindows.Noise(10, spec.Input.ValueCount, seed: 8);

        using var narrow = ChannelPruning.Run(network, 0.5);

        Assert.Equal([8, 8, 8, 16, 4], narrow.Spec.Weighted.Select(layer => layer.Outputs));
        Assert.InRange(NetworkParity.Prove("pruned", network, NetworkSamples.File(narrow), inputs).MaxAbsDiff, 0, 1e-5);
    }

    [Fact]
    public void APrunedNetworkThatLearnsAgainStillTellsUnseenWindows()
    {
        var (training, unseen) = (new ToyWindows(150, 3, 48, seed: 1), new ToyWindows(90, 3, 48, seed: 2));
        using var network = NetworkSamples.Train(training, NetworkSamples.Tiny, seed: 7);
        using var narrow = ChannelPruning.Run(network, 0.4);
        new NetworkTraining(NetworkSamples.Tiny with { Epochs = 3 }, seed: 7).Run(narrow, NetworkSamples.Set(training), (_, _, _) => { });

        Assert.InRange(NetworkSamples.Accuracy(narrow, unseen, training), 0.9, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void AShareOutOfRangeIsRefused(double share)
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Residual(Image, channels: 16, classes: 4), seed: 1);

        Assert.Contains("is not above 0 and below 1", Error(network, share), StringComparison.Ordinal);
    }

    [Fact]
    public void ANetworkTooNarrowToLoseChannelsIsRefused()
    {
        using var network = NetworkSamples.Untrained(NetworkSamples.Residual(Image, channels: 4, classes: 4), seed: 1);

        Assert.StartsWith(
            "prune: no layer of the network is wide enough to lose a share of 0.4", Error(network, 0.4), StringComparison.Ordinal);
    }

    private static string Error(GraphModule network, double share) =>
        Assert.Throws<InvalidInputException>(() => ChannelPruning.Run(network, share)).Message;

    /// <summary>Gives every second channel of each normalised layer neither gain nor shift.</summary>
    private static void Silence(GraphModule network)
    {
        using var withoutGradient = no_grad();
        foreach (var layer in network.Spec.Weighted.SkipLast(1))
        {
            var state = network.Module(layer.Name).state_dict();
            using var mask = tensor([.. Enumerable.Range(0, layer.Outputs).Select(i => (float)(i % 2))]);
            state["_normalization.weight"].mul_(mask);
            state["_normalization.bias"].mul_(mask);
        }
    }
}
