using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Transfer;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Networks.Transfer;

[Collection<TorchSession>]
[Slow("trains networks")]
public sealed class BackboneTests
{
    private static readonly NetworkInput Windows = new(3, 1, 50);

    [Fact]
    public void EveryLayerButTheHeadIsTheSourcesForAnotherLengthAndOtherClasses()
    {
        var backbone = Of(Architecture.Residual, Windows);
        var input = new NetworkInput(3, 1, 80);
        var spec = backbone.SpecFor(input, classes: 7);
        using var network = backbone.Start(spec, ToyWindows.Noise(30, input.ValueCount, seed: 4), seed: 9);
        var (source, started) = (backbone.Network.Layers, network.Fold().Layers);

        Assert.Equal((7, input), (network.Spec.Head.Outputs, network.Spec.Input));
        Assert.All(network.Spec.Weighted.SkipLast(1), layer =>
        {
            Assert.All(source[layer.Name].Weights.Zip(started[layer.Name].Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
            Assert.All(source[layer.Name].Bias.Zip(started[layer.Name].Bias), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        });
    }

    [Fact]
    public void ABackboneThatDoesNotFitIsRefusedWithItsReason()
    {
        Assert.Equal(
            "source: its network reads 3 channels, this task has 6",
            Refusal(Of(Architecture.DepthwiseSeparable, Windows), new NetworkInput(6, 1, 50)));
        Assert.Equal(
            "source: its network reads windows, this task has images",
            Refusal(Of(Architecture.DepthwiseSeparable, Windows), new NetworkInput(3, 20, 50)));
        Assert.Equal(
            "source: its network reads images, this task has windows",
            Refusal(Of(Architecture.Residual, new NetworkInput(3, 20, 20)), Windows));
        Assert.Equal(
            "source: reconstructs its input; only a classifier's backbone can be started from",
            Assert.Throws<InvalidInputException>(() => Of(Architecture.Autoencoder, Windows)).Message);
    }

    private static Backbone Of(string architecture, NetworkInput input)
    {
        using var network = NetworkSamples.Untrained(Architecture.Create(architecture, input, classes: 4, ArchitectureScale.One), seed: 1);
        return Backbone.Of("source", network.Fold());
    }

    private static string Refusal(Backbone backbone, NetworkInput input) =>
        Assert.Throws<InvalidInputException>(() => backbone.SpecFor(input, classes: 2)).Message;
}
