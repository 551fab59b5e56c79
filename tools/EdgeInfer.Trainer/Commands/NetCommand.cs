using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Families;
using EdgeInfer.Trainer.Families.Networks;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Networks.Training;
using EdgeInfer.Trainer.Networks.Transfer;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>net</c>: trains a CNN on raw windows or images, quantises it, and writes a bundle of each format.</summary>
internal static class NetCommand
{
    public static Command Create()
    {
        var (options, network) = (new TrainingOptions(), new NetOptions());
        var command = new Command("net", "Train a CNN on raw windows or images and quantise it to int8");
        options.AddTo(command);
        network.AddTo(command);
        command.SetAction(arguments => Run(
            options.Data.Selected(arguments),
            network.Read(arguments),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            options.Folder(arguments)));
        return command;
    }

    private static int Run(DataSelection selection, NetRequest request, int seed, bool quick, string folder)
    {
        var data = TaskData.Read(selection);
        if (data.Set.Dataset.Task != TaskKind.Classification)
            throw new InvalidInputException(data.Name, $"task kind {data.Set.Dataset.Task} is not yet trained by networks");
        var family = TrainedFamilies.NetworksOf(request.Architecture);
        TorchLibrary.EnsureLoaded();
        var clock = new TrainingClock();
        var preprocessing = ChannelStatistics.Of(data.Train.Values, data.Input.Channels).ForManifest(data.Set.Dataset.AmplitudeScale);
        var set = TrainingSets.Of(
            data.Set, data.Input, new LabelledSamples(data.Train.Values, data.Train.Labels), data.Train.Groups, preprocessing, seed);
        // Before the training: what can't calibrate must not cost it.
        var calibration = CalibrationSet.Choose(data, set.Preprocessor);
        var backbone = request.From is { } bundle ? Backbone.Read(bundle, data, preprocessing) : null;
        using var network = Train($"{data.Name}-{family.Name}", data, request, backbone, set, clock, seed, quick);
        var own = Provenance.Of(data, seed, clock, CommandLine.For("net", selection, seed, quick, request.Repeat), quick);
        var training = backbone?.Manifest is { } earlier ? own.After(earlier) : own;
        var trained = new TrainedNetwork(network, data, preprocessing, calibration, training);
        if (family.Write(trained, folder, request.Margin.Share) is { } refusal)
            throw new InvalidInputException(
                $"{data.Name}-{family.Name}-int8",
                $"{refusal}; it was not exported, its fp32 is in {folder}{Earlier(folder, $"{data.Name}-{family.Name}-int8")}");
        request.Checkpoints?.Clear();
        return 0;
    }

    private static string Earlier(string folder, string name) =>
        Directory.Exists(Path.Combine(folder, name)) ? $", and {name} there is of an earlier training" : "";

    private static GraphModule Train(
        string name, TaskData data, NetRequest request, Backbone? backbone, TrainingSet set, TrainingClock clock, int seed, bool quick)
    {
        var classes = data.Set.LabelNames.Count;
        var spec = backbone?.SpecFor(data.Input, classes) ?? Architecture.Create(
            request.Architecture ?? Architecture.DefaultFor(data.Input, data.Set.Dataset.Task), data.Input, classes, request.Scale);
        var options = NetworkTrainingOptions.For(spec, set.Training.Count, quick) with
        {
            FreezeBackbone = request.Freeze, Device = request.Device,
        };
        if (backbone is not null && !request.Freeze)
            options = options.ForFineTuning();
        TrainingConsole.Plan(name, spec, set, options);
        var network = backbone?.Start(spec, set.Some(), seed) ?? GraphModule.Create(spec, seed);
        var outcome = TrainingProgress.Run(name, options.Epochs, report =>
            new NetworkTraining(options, seed, CheckpointPlan.In(request.Checkpoints, clock)).Run(network, set, report));
        TrainingConsole.Outcome(name, set, outcome);
        return network;
    }
}
