using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Families;
using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>hybrid</c>: trains FastTree on the embeddings of an int8 network and writes both as one bundle.</summary>
internal static class HybridCommand
{
    public static Command Create()
    {
        var options = new TrainingOptions();
        var from = new Option<string>("--from")
        {
            Description = "Bundle of the int8 network whose embeddings the trees learn from",
            Required = true,
        };
        var command = new Command("hybrid", "Train FastTree on the embeddings of an int8 network");
        options.AddTo(command);
        command.Add(from);
        command.SetAction(arguments => Run(
            options.Data.Selected(arguments),
            arguments.GetRequiredValue(from),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            options.Folder(arguments)));
        return command;
    }

    private static int Run(DataSelection selection, string from, int seed, bool quick, string folder)
    {
        var data = TaskData.Read(selection);
        if (data.Set.Dataset.Task != TaskKind.Classification)
            throw new InvalidInputException(data.Name, $"task kind {data.Set.Dataset.Task} is not yet trained by hybrids");
        var family = TrainedFamilies.Hybrid;
        using var network = family.Read(from, data);
        var clock = new TrainingClock();
        var name = $"{data.Name}-{family.Name}";
        var rows = network.Rows(data.Train);
        var classes = data.Set.LabelNames.Count;
        var training = family.Trees.Training(quick, seed);
        LoadNotice.Write(name);
        var trained = TrainingProgress.Run(name, classes, report => training.Classify(rows, data.Train.Labels, classes, report));
        var counted = trained with { Ensemble = LeafRowCount.In(trained.Ensemble, rows) };
        var command = CommandLine.For(family.Name, selection, seed, quick, "--from", CommandLine.Shown(from));
        family.Write(
            folder, counted, network, data, Provenance.Of(data, seed, clock, command, quick).After(network.Manifest));
        return 0;
    }
}
