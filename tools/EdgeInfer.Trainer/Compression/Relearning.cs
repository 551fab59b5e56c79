using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Compression;

/// <summary>
/// Lets a network learn again, from the training windows of its task and a teacher's answers to them: the whole schedule
/// from its weights as they are (learning rate rewinding: Renda, Frankle and Carbin, 2020).
/// </summary>
internal sealed class Relearning
{
    private readonly TrainingSet _set;
    private readonly int _seed;
    private readonly CheckpointPlan? _checkpoints;

    /// <exception cref="InvalidInputException">The bundle's network is not fed by standardised samples, so it is none of ours.</exception>
    public Relearning(string place, Manifest manifest, TaskData data, int seed, CheckpointPlan? checkpoints)
    {
        if (manifest.Preprocessing is not { Mean: not null, Deviation: not null })
            throw new InvalidInputException(
                place, $"has preprocessing '{manifest.Preprocessing.Id}'; networks that read samples are trained again");
        (_seed, _checkpoints) = (seed, checkpoints);
        _set = TrainingSets.Of(
            data.Set,
            data.Input,
            new LabelledSamples(data.Train.Values, data.Train.Labels),
            data.Train.Groups,
            manifest.Preprocessing,
            seed);
    }

    /// <summary>The network of a file of ours, ready to be changed and trained.</summary>
    /// <exception cref="InvalidInputException">The file is of another program, in another form than ours.</exception>
    public GraphModule Open(CompressionStage network)
    {
        TorchLibrary.EnsureLoaded();
        var read = FloatGraphReader.Read(network.Name, network.Model);
        var opened = GraphModule.Create(read.Spec, _seed);
        opened.Unfold(read.Layers, _set.Some());
        return opened;
    }

    /// <summary>Trains in place, and returns the file after its proof against TorchSharp.</summary>
    /// <param name="title">Of the progress line.</param>
    public byte[] Train(GraphModule network, string title, Teacher teacher)
    {
        var options = NetworkTrainingOptions.For(network.Spec, _set.Training.Count, quick: false);
        var taught = _set with { Distillation = new Distillation(teacher.Logits(_set.Training.Values)) };
        TrainingConsole.Plan(title, network.Spec, taught, options);
        var outcome = TrainingProgress.Run(
            title, options.Epochs, report => new NetworkTraining(options, _seed, _checkpoints).Run(network, taught, report));
        TrainingConsole.Outcome(title, taught, outcome);
        var model = FloatGraph.Write(network.Fold());
        NetworkParity.Prove(title, network, model, _set.Some());
        return model;
    }
}
