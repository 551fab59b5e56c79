using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Layers;

namespace EdgeInfer.Trainer.Tests.Networks;

public sealed class LayerGraphTests
{
    private static readonly NetworkInput Image = new(3, 9, 8);

    [Fact]
    public void CountsOfANetworkForWindowsEqualThoseMadeByHand()
    {
        var spec = new LayerGraph(
            new NetworkInput(2, 1, 21),
            [
                new ConvolutionLayer("stem", "input", 4, (1, 5), (1, 2), Depthwise: false),
                new ConvolutionLayer("depthwise", "stem", 4, (1, 3), (1, 2), Depthwise: true),
                new ConvolutionLayer("pointwise", "depthwise", 8, (1, 1), (1, 1), Depthwise: false),
                new AverageLayer("average", "pointwise"),
                new FlattenLayer("embedding", "average"),
                new DenseLayer("logits", "embedding", 3),
            ],
            NetworkGoal.Classification);

        // Lengths: (21 + 4 - 5) / 2 + 1 = 11, then (11 + 2 - 3) / 2 + 1 = 6, then 6.
        Assert.Equal((4 * 2 * 5 + 4) + (4 * 3 + 4) + (8 * 4 + 8) + (3 * 8 + 3), spec.ParameterCount);
        Assert.Equal(4 * 2 * 5 * 11 + 4 * 3 * 6 + 8 * 4 * 6 + 3 * 8, spec.MultiplyAccumulateCount);
    }

    [Fact]
    public void CountsOfAResidualNetworkForImagesEqualThoseMadeByHand()
    {
        var spec = NetworkSamples.Residual(Image, channels: 4, classes: 5);

        Assert.Equal((4 * 3 * 9 + 4) + (4 * 9 + 4) + (4 * 4 + 4) + (8 * 4 * 9 + 8) + (5 * 8 + 5), spec.ParameterCount);
        Assert.Equal(72 * (4 * 3 * 9 + 4 * 9 + 4 * 4) + 9 * 4 * (8 * 4 * 9) + 5 * 8, spec.MultiplyAccumulateCount);
        Assert.Equal(new LayerShape(8, 9, 4), spec.ShapeOf("last"));
    }

    [Fact]
    public void ALayerThatDoesNotFitIsNamed()
    {
        LayerSpec stem = new ConvolutionLayer("stem", "input", 4, (3, 3), (1, 1), Depthwise: false);

        Assert.Contains("layer sum: adds", Refusal(stem, new AdditionLayer("sum", "stem", "input")), StringComparison.Ordinal);
        Assert.Contains("layer stem: a second one", Refusal(stem, stem), StringComparison.Ordinal);
        Assert.Contains("layer later is read before", Refusal(stem, new AverageLayer("average", "later")), StringComparison.Ordinal);
        Assert.Contains(
            "layer logits: a dense layer reads a vector", Refusal(stem, new DenseLayer("logits", "stem", 2)), StringComparison.Ordinal);
        Assert.Contains(
            "layer deep: 5 outputs",
            Refusal(stem, new ConvolutionLayer("deep", "stem", 5, (3, 3), (1, 1), Depthwise: true)),
            StringComparison.Ordinal);
        Assert.Contains(
            "layer even: kernel (2, 2)",
            Refusal(new ConvolutionLayer("even", "input", 5, (2, 2), (1, 1), Depthwise: false)),
            StringComparison.Ordinal);
        Assert.Contains(
            "layer average: the last one has no weights", Refusal(stem, new AverageLayer("average", "stem")), StringComparison.Ordinal);
    }

    private static string Refusal(params LayerSpec[] layers) =>
        Assert.Throws<ArgumentException>(() => new LayerGraph(Image, layers, NetworkGoal.Classification)).Message;
}
