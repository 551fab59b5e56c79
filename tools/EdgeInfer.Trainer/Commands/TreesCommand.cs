using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Trees;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>trees</c>: trains FastTree or FastForest on the features of windows and writes a bundle.</summary>
internal static class TreesCommand
{
    public const string FastTree = "fasttree";
    public const string Forest = "forest";

    public static Command Create()
    {
        var options = new TrainingOptions();
        var family = new Option<string>("--family") { Description = "fasttree or forest", DefaultValueFactory = _ => FastTree };
        family.AcceptOnlyFromAmong(FastTree, Forest);
        var command = new Command("trees", "Train FastTree or FastForest on the features of windows");
        options.AddTo(command);
        command.Add(family);
        command.SetAction(arguments => Run(
            options.Data.Selected(arguments),
            arguments.GetRequiredValue(family),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            arguments.GetRequiredValue(options.Out)));
        return command;
    }

    private static int Run(DataSelection selection, string family, int seed, bool quick, string folder)
    {
        var data = TaskData.Read(selection);
        var clock = new TrainingClock();
        var extractor = new FeatureExtractor(data.Set.TestShape, data.Set.Dataset.Envelope);
        var rows = FeatureTable.Of(data.Train, extractor);
        var trained = Train(data, family, rows, quick ? TreeTrainingOptions.Quick : TreeTrainingOptions.Full, seed);
        var command = CommandLine.For("trees", selection, seed, quick, $"--family {family}");
        TreeBundleExport.Write(
            Path.Combine(folder, $"{data.Name}-{family}"), family, trained, extractor, data, Provenance.Of(data, seed, clock, command));
        return 0;
    }

    private static TrainedTrees Train(TaskData data, string family, float[][] rows, TreeTrainingOptions options, int seed)
    {
        var training = new FastTreeTraining(options, seed);
        var classes = data.Set.LabelNames.Count;
        return (data.Set.Dataset.Task, family) switch
        {
            (TaskKind.Classification, FastTree) => TrainingProgress.Run(
                $"{data.Name}-{family}", classes, report => training.Classify(rows, data.Train.Labels, classes, report)),
            (TaskKind.Classification, Forest) => TrainingProgress.Run(
                $"{data.Name}-{family}", classes, report => training.ClassifyByForest(rows, data.Train.Labels, classes, report)),
            (TaskKind.Regression, FastTree) => training.Regress(rows, data.Train.Targets),
            (TaskKind.Regression, Forest) => training.RegressByForest(rows, data.Train.Targets),
            var (kind, _) => throw new InvalidInputException(data.Name, $"task kind {kind} is not yet trained by trees"),
        };
    }
}
