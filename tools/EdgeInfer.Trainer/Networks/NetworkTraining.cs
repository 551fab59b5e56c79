using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Windows;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Torch;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks;

/// <summary>Trains a network on windows: AdamW, cosine schedule after a short warm-up, light augmentation.</summary>
internal sealed class NetworkTraining(NetworkSpec spec, NetworkTrainingOptions options, int seed)
{
    private const double LabelSmoothing = 0.05;
    private const double WarmUpShare = 0.05;

    /// <param name="windows">Raw windows, channel-major.</param>
    /// <param name="labels">Index of each window's class.</param>
    /// <param name="shape">Geometry of the windows.</param>
    /// <param name="statistics">Standardisation that the bundle will carry.</param>
    /// <param name="progress">Hears of each epoch: number done and mean loss.</param>
    /// <returns>The network in evaluation mode; bit-identical for the same seed.</returns>
    public TorchNetwork Run(
        IReadOnlyList<float[]> windows,
        IReadOnlyList<int> labels,
        WindowShape shape,
        ChannelStatistics statistics,
        ReportProgress progress)
    {
        // Two threads lost to spinning on a busy machine, and one makes the weights repeatable.
        set_num_threads(1);
        random.manual_seed(seed);
        var network = new TorchNetwork(spec);
        network.train();
        using var optimizer = optim.AdamW(network.parameters(), options.LearningRate, weight_decay: options.WeightDecay);
        var order = Enumerable.Range(0, windows.Count).ToArray();
        var shuffle = new Random(seed);
        var batches = new BatchWriter(windows, shape, statistics, options.BatchSize, shuffle);
        var batchesAnEpoch = order.Length / options.BatchSize + (order.Length % options.BatchSize > 1 ? 1 : 0);
        var steps = options.Epochs * batchesAnEpoch;
        var step = 0;
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            shuffle.Shuffle(order);
            var loss = 0.0;
            for (var batch = 0; batch < batchesAnEpoch; batch++)
            {
                var members = order[(batch * options.BatchSize)..Math.Min((batch + 1) * options.BatchSize, order.Length)];
                SetLearningRate(optimizer, step++, steps);
                loss += CollectionPause.During(batches.Bytes, () =>
                {
                    using var input = batches.Write(members);
                    return Step(network, optimizer, input, [.. members.Select(i => (long)labels[i])]);
                });
            }

            progress(epoch, $"loss {loss / batchesAnEpoch:F4}");
        }

        network.eval();
        return network;
    }

    private static double Step(TorchNetwork network, optim.Optimizer optimizer, Tensor input, long[] labels)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = nn.functional.cross_entropy(network.forward(input), tensor(labels), label_smoothing: LabelSmoothing);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }

    private void SetLearningRate(optim.Optimizer optimizer, int step, int steps)
    {
        var warmUp = Math.Max(1, (int)(steps * WarmUpShare));
        var share = step < warmUp
            ? (step + 1.0) / warmUp
            : 0.5 * (1 + Math.Cos(Math.PI * (step - warmUp) / (steps - warmUp)));
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = options.LearningRate * share;
    }

    /// <summary>Fills one buffer with a batch of augmented, standardised windows.</summary>
    private sealed class BatchWriter(
        IReadOnlyList<float[]> windows, WindowShape shape, ChannelStatistics statistics, int batchSize, Random random)
    {
        private readonly WindowAugmentation _augmentation = new(shape, statistics.Deviation);
        private readonly Standardization _standardization = new(statistics.Mean, statistics.Deviation, shape.Length);
        private readonly float[] _augmented = new float[shape.ValueCount];
        private readonly float[] _batch = new float[batchSize * shape.ValueCount];

        /// <summary>Managed memory that one batch takes on its way into a tensor, its copy included.</summary>
        public long Bytes => 2L * sizeof(float) * _batch.Length;

        public Tensor Write(int[] members)
        {
            for (var i = 0; i < members.Length; i++)
            {
                _augmentation.Apply(windows[members[i]], _augmented, random);
                _standardization.Apply(_augmented, _batch.AsSpan(i * shape.ValueCount, shape.ValueCount));
            }

            return tensor(
                _batch.AsSpan(0, members.Length * shape.ValueCount).ToArray(),
                [members.Length, shape.Channels.Count, shape.Length]);
        }
    }
}
