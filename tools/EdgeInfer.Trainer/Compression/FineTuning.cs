using EdgeInfer.Core.Errors;
using EdgeInfer.Models.Manifests;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Lets a network learn again after a step has taken something from it, from the training windows of its task.</summary>
internal sealed class FineTuning
{
    /// <summary>Of the epochs that a training from random weights takes.</summary>
    private const double ShareOfEpochs = 0.5;

    private readonly TrainingSet _set;
    private readonly int _seed;

    /// <exception cref="InvalidInputException">The bundle's network is not fed by standardisation, so it is none of ours.</exception>
    public FineTuning(string place, Manifest manifest, TaskData data, int seed)
    {
        if (manifest.Preprocessing is not { Mean: { } mean, Deviation: { } deviation })
            throw new InvalidInputException(place, $"has preprocessing '{manifest.Preprocessing.Id}'; networks on standardised values are trained again");
        _seed = seed;
        _set = TrainingSets.Of(
            data.Set,
            data.Input,
            new LabelledSamples(data.Train.Values, data.Train.Labels),
            data.Train.Groups,
            new ChannelStatistics([.. mean], [.. deviation]),
            seed);
    }

    /// <summary>Raw windows that are learnt from, in the order in which a teacher must answer them.</summary>
    public IReadOnlyList<float[]> Windows => _set.Training.Values;

    /// <summary>The network of a file of ours, ready to be changed and trained.</summary>
    public TorchNetwork Open(CompressedNetwork network)
    {
        TorchLibrary.EnsureLoaded();
        var read = FloatGraphReader.Read(network.Name, network.Model);
        var opened = TorchNetwork.Create(read.Spec, _seed);
        opened.Unfold(read.Layers, _set.Some());
        return opened;
    }

    /// <summary>Trains in place, and returns the file after its proof against TorchSharp.</summary>
    /// <param name="title">Of the progress line.</param>
    /// <param name="distillation">What a teacher answers to <see cref="Windows"/>; null learns from the labels alone.</param>
    public byte[] Train(TorchNetwork network, string title, Distillation? distillation)
    {
        var full = NetworkTrainingOptions.For(network.Spec, _set.Training.Count, quick: false).ForFineTuning();
        var options = full with { Epochs = (int)Math.Ceiling(ShareOfEpochs * full.Epochs) };
        TrainingProgress.Run(title, options.Epochs, report =>
            new NetworkTraining(options, _seed).Run(network, _set with { Distillation = distillation }, report));
        var model = FloatGraph.Write(network.Fold());
        NetworkParity.Prove(title, network, model, _set.Some());
        return model;
    }
}
