using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>A training under way: the network, its optimiser and the best epoch so far.</summary>
internal sealed class NetworkTrainingRun : IDisposable
{
    private readonly GraphModule _network;
    private readonly TrainingSet _set;
    private readonly NetworkTrainingOptions _options;
    private readonly int _seed;
    private readonly BatchLoss _loss;
    private readonly SampleBatches _batches;
    private readonly AdamW _optimizer;
    private readonly int _batchesAnEpoch;
    private readonly TrainingClock _clock = new();
    private BestEpoch? _best;

    public NetworkTrainingRun(GraphModule network, TrainingSet set, NetworkTrainingOptions options, int seed, Device device)
    {
        (_network, _set, _options, _seed) = (network, set, options, seed);
        _loss = new BatchLoss(network.Spec, set, device);
        _batches = new SampleBatches(network.Spec.Input, set.Augmentation, set.Preprocessor, options.BatchSize, device);
        foreach (var parameter in network.parameters())
            parameter.requires_grad_(!options.FreezeBackbone);
        foreach (var parameter in network.Head.parameters())
            parameter.requires_grad_(true);
        _optimizer = optim.AdamW(
            options.FreezeBackbone ? network.Head.parameters() : network.parameters(),
            options.LearningRate,
            weight_decay: options.WeightDecay);
        // Batch normalisation knows no deviation of one sample.
        _batchesAnEpoch = set.Training.Count / options.BatchSize + (set.Training.Count % options.BatchSize > 1 ? 1 : 0);
    }

    /// <summary>Epochs done.</summary>
    public int Done { get; private set; }

    public bool Finished => Done >= _options.Epochs || (_best is { } best && Done - best.Epoch >= _options.Patience);

    public void Resume(Checkpoint checkpoint)
    {
        checkpoint.Weights.Restore(_network);
        OptimizerMoments.Restore(_optimizer, checkpoint.Optimizer);
        (Done, _best) = (checkpoint.Epoch, checkpoint.Best);
        _clock.Include(checkpoint.Spent);
    }

    public Checkpoint Checkpoint() => new(Done, _clock.Time, WeightSnapshot.Of(_network), OptimizerMoments.Of(_optimizer), _best);

    /// <summary>Trains one epoch, asks the validation groups, and says how it went.</summary>
    public string Epoch()
    {
        var epochSeed = unchecked(_seed * 1_000_003 + Done);
        random.manual_seed(epochSeed);
        var draws = new Random(epochSeed);
        int[] order = [.. Enumerable.Range(0, _set.Training.Count)];
        draws.Shuffle(order);
        SetTraining();
        var loss = 0.0;
        for (var batch = 0; batch < _batchesAnEpoch; batch++)
        {
            SetLearningRate(Done * _batchesAnEpoch + batch);
            loss += Step(Members(order, batch), draws);
        }

        Done++;
        var detail = $"loss {loss / _batchesAnEpoch:F4}";
        if (_set.Validation is not { } validation)
            return detail;
        var validated = Validate(validation);
        if (_best is null || validated < _best.Loss)
            _best = new BestEpoch(Done, validated, WeightSnapshot.Of(_network));
        return $"{detail}, validation {validated:F4}";
    }

    /// <summary>Leaves the weights of the best epoch in the network.</summary>
    public TrainingOutcome Keep()
    {
        _best?.Weights.Restore(_network);
        return new TrainingOutcome(Done, _best?.Epoch ?? Done);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _loss.Dispose();
    }

    private void SetTraining()
    {
        _network.train();
        if (!_options.FreezeBackbone)
            return;
        foreach (var layer in _network.Spec.Weighted.SkipLast(1))
            _network.Module(layer.Name).eval();
    }

    private int[] Members(int[] order, int batch) =>
        order[(batch * _options.BatchSize)..Math.Min((batch + 1) * _options.BatchSize, order.Length)];

    private double Step(int[] members, Random draws) => CollectionPause.During(_batches.Bytes, () =>
    {
        using var scope = NewDisposeScope();
        var input = _batches.Augmented(_set.Training, members, draws);
        _optimizer.zero_grad();
        var loss = _loss.OfTraining(_network.forward(input), input, Labels(_set.Training, members), members);
        loss.backward();
        _optimizer.step();
        return (double)loss.item<float>();
    });

    private double Validate(LabelledSamples samples)
    {
        _network.eval();
        using var withoutGradient = no_grad();
        var sum = 0.0;
        foreach (var members in Enumerable.Range(0, samples.Count).Chunk(_options.BatchSize))
        {
            sum += members.Length * CollectionPause.During(_batches.Bytes, () =>
            {
                using var scope = NewDisposeScope();
                var input = _batches.Plain(samples, members);
                return (double)_loss.OfValidation(_network.forward(input), input, Labels(samples, members)).item<float>();
            });
        }

        return sum / samples.Count;
    }

    private static long[] Labels(LabelledSamples samples, int[] members) => Array.ConvertAll(members, i => (long)samples.Labels[i]);

    private void SetLearningRate(int step)
    {
        var share = CosineSchedule.Share(step, _options.Epochs * _batchesAnEpoch);
        foreach (var group in _optimizer.ParamGroups)
            group.LearningRate = _options.LearningRate * share;
    }
}
