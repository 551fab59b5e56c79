using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Tests.Samples;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Tests.Networks;

/// <summary>Networks small enough to be trained within a test.</summary>
internal static class NetworkSamples
{
    public static readonly NetworkTrainingOptions Tiny = new(Epochs: 6, BatchSize: 16, LearningRate: 5e-3, WeightDecay: 1e-2);

    public static TorchNetwork Train(ToyWindows data, NetworkTrainingOptions options, int seed)
    {
        var statistics = ChannelStatistics.Of(data.Windows, data.Shape.Channels.Count);
        return new NetworkTraining(Spec(data), options, seed).Run(data.Windows, data.Labels, data.Shape, statistics, (_, _) => { });
    }

    public static NetworkSpec Spec(ToyWindows data) =>
        DepthwiseSeparable.Create(data.Shape.Channels.Count, data.Shape.Length, ToyWindows.Classes);

    /// <summary>Random weights and the running statistics of a few batches, so that folding has something to fold.</summary>
    public static TorchNetwork Untrained(NetworkSpec spec, int seed)
    {
        random.manual_seed(seed);
        var network = new TorchNetwork(spec);
        network.train();
        using (var withoutGradient = no_grad())
        using (var scope = NewDisposeScope())
        {
            for (var batch = 0; batch < 3; batch++)
                network.forward(3 * randn([8, spec.Channels, spec.Length]) + 1);
        }

        network.eval();
        return network;
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
}
