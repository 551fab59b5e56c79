using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>net</c>: trains the 1-D CNN on raw windows, quantises it, and writes a bundle of each format.</summary>
internal static class NetCommand
{
    public static Command Create()
    {
        var options = new TrainingOptions();
        var command = new Command("net", "Train a 1-D CNN on raw windows and quantise it to int8");
        options.AddTo(command);
        command.SetAction(arguments => Run(
            options.Data.Selected(arguments),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            arguments.GetRequiredValue(options.Out)));
        return command;
    }

    private static int Run(DataSelection selection, int seed, bool quick, string folder)
    {
        var data = TaskData.Read(selection);
        if (data.Set.Dataset.Task != TaskKind.Classification)
            throw new InvalidInputException(data.Name, $"task kind {data.Set.Dataset.Task} is not yet trained by networks");
        TorchLibrary.EnsureLoaded();
        var clock = new TrainingClock();
        var shape = data.Set.TestShape;
        var spec = DepthwiseSeparable.Create(shape.Channels.Count, shape.Length, data.Set.LabelNames.Count);
        var size = NetworkTrainingOptions.For(spec, data.Train.Values.Length, quick);
        var statistics = ChannelStatistics.Of(data.Train.Values, shape.Channels.Count);
        Console.WriteLine($"{data.Name}-cnn: {spec.ParameterCount} parameters, {spec.MultiplyAccumulateCount} multiply-accumulates a window, {size.Epochs} epochs");
        using var network = TrainingProgress.Run($"{data.Name}-cnn", size.Epochs, report => new NetworkTraining(spec, size, seed)
            .Run(data.Train.Values, data.Train.Labels, shape, statistics, report));
        var training = Provenance.Of(data, seed, clock, CommandLine.For("net", selection, seed, quick));
        new NetworkBundleExport(data, statistics, training).Write(
            network,
            Path.Combine(folder, $"{data.Name}-cnn-fp32"),
            Path.Combine(folder, $"{data.Name}-cnn-int8"));
        return 0;
    }
}
