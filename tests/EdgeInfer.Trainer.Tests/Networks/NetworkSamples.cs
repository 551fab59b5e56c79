using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Augmentation;
using EdgeInfer.Trainer.Networks.Layers;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Tests.Samples;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Tests.Networks;

/// <summary>Networks small enough to be trained within a test.</summary>
internal static class NetworkSamples
{
    public static readonly NetworkTrainingOptions Tiny = new(Epochs: 6, BatchSize: 16, LearningRate: 5e-3, WeightDecay: 1e-2);

    /// <summary>Every architecture on every kind of input that it serves.</summary>
    public static TheoryData<string, int, int, int> Architectures => new()
    {
        { Architecture.DepthwiseSeparable, 3, 1, 50 },
        { Architecture.DepthwiseSeparable, 3, 28, 20 },
        { Architecture.DepthwiseSeparable, 1, 28, 28 },
        { Architecture.Residual, 3, 32, 32 },
        { Architecture.Residual, 1, 21, 28 },
        { Architecture.Residual, 6, 1, 100 },
        { Architecture.Autoencoder, 3, 1, 40 },
    };

    public static LayerGraph Windows(int channels, int length, int classes, string architecture = Architecture.DepthwiseSeparable) =>
        Architecture.Create(architecture, new NetworkInput(channels, 1, length), classes, ArchitectureScale.One);

    /// <summary>A stem, a block of a depthwise and a pointwise convolution with a shortcut around it, and a head.</summary>
    public static LayerGraph Residual(NetworkInput input, int channels, int classes) => new(
        input,
        [
            new ConvolutionLayer("stem", "input", channels, Kernel(input), (1, 1), Depthwise: false),
            new ConvolutionLayer("depthwise", "stem", channels, Kernel(input), (1, 1), Depthwise: true),
            new ConvolutionLayer("pointwise", "depthwise", channels, (1, 1), (1, 1), Depthwise: false, Relu: false),
            new AdditionLayer("sum", "pointwise", "stem"),
            new ConvolutionLayer("last", "sum", 2 * channels, Kernel(input), (1, 2), Depthwise: false),
            new AverageLayer("average", "last"),
            new FlattenLayer("embedding", "average"),
            new DenseLayer("logits", "embedding", classes),
        ],
        NetworkGoal.Classification);

    public static GraphModule Train(ToyWindows data, NetworkTrainingOptions options, int seed)
    {
        var network = GraphModule.Create(Spec(data), seed);
        new NetworkTraining(options, seed).Run(network, Set(data), (_, _, _) => { });
        return network;
    }

    public static TrainingSet Set(ToyWindows data, ToyWindows? validation = null)
    {
        var statistics = ChannelStatistics.Of(data.Windows, data.Shape.Channels.Count);
        return new TrainingSet(
            new LabelledSamples(data.Windows, data.Labels),
            validation is null ? null : new LabelledSamples(validation.Windows, validation.Labels),
            new WindowAugmentation(data.Shape, statistics.Deviation),
            new Standardization(statistics.Mean, statistics.Deviation, data.Shape.Length));
    }

    public static TrainingSet Set(ToyImages data)
    {
        var input = new NetworkInput(ToyImages.Channels, ToyImages.Side, ToyImages.Side);
        var statistics = ChannelStatistics.Of(data.Images, input.Channels);
        return new TrainingSet(
            new LabelledSamples(data.Images, data.Labels), Validation: null, new ImageAugmentation(input, statistics),
            new Standardization(statistics.Mean, statistics.Deviation, input.Height * input.Width));
    }

    public static LayerGraph Spec(ToyWindows data) => Windows(data.Shape.Channels.Count, data.Shape.Length, ToyWindows.Classes);

    public static byte[] File(GraphModule network) => FloatGraph.Write(network.Fold());

    /// <summary>Random weights and the running statistics of a few batches, so that folding has something to fold.</summary>
    public static GraphModule Untrained(LayerGraph spec, int seed)
    {
        var network = GraphModule.Create(spec, seed);
        network.train();
        using (var withoutGradient = no_grad())
        using (var scope = NewDisposeScope())
        {
            var input = spec.Input;
            for (var batch = 0; batch < 3; batch++)
                network.forward(3 * randn([8, input.Channels, input.Height, input.Width]) + 1);
        }

        network.eval();
        return network;
    }

    /// <summary>Share of unseen windows that a network tells.</summary>
    public static double Accuracy(GraphModule network, ToyWindows unseen, ToyWindows training)
    {
        using var withoutGradient = no_grad();
        using var found = network.forward(network.Batch(Standardized(unseen, training))).argmax(1);
        return found.data<long>().ToArray().Zip(unseen.Labels).Count(pair => pair.First == pair.Second) / (double)unseen.Labels.Length;
    }

    public static float[][] Standardized(ToyWindows data, ToyWindows training)
    {
        var statistics = ChannelStatistics.Of(training.Windows, training.Shape.Channels.Count);
        var standardization = new Standardization(statistics.Mean, statistics.Deviation, data.Shape.Length);
        return [.. data.Windows.Select(window =>
        {
            var input = new float[window.Length];
            standardization.Apply(window, input);
            return input;
        })];
    }

    private static (int Height, int Width) Kernel(NetworkInput input) => (input.Height == 1 ? 1 : 3, 3);
}
