using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Families;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>trees</c>: trains FastTree, FastForest or LightGBM on the features of windows or images and writes a bundle.</summary>
internal static class TreesCommand
{
    private const string OneVersusAll = "--one-versus-all";

    public static Command Create()
    {
        var options = new TrainingOptions();
        string[] families = [.. TrainedFamilies.Trees.Select(one => one.Name)];
        var family = new Option<string>("--family")
        {
            Description = Alternatives.Of(families),
            DefaultValueFactory = _ => families[0],
        };
        family.AcceptOnlyFromAmong(families);
        var oneVersusAll = new Option<bool>(OneVersusAll)
        {
            Description = "LightGBM learns each class against all others in place of softmax, as the other families always do",
        };
        string[] titles = [.. TrainedFamilies.Trees.Select(one => one.Title)];
        var command = new Command("trees", $"Train {Alternatives.Of(titles)} on the features of windows or images");
        options.AddTo(command);
        command.Add(family);
        command.Add(oneVersusAll);
        command.SetAction(arguments => Run(
            options.Data.Selected(arguments),
            arguments.GetRequiredValue(family),
            arguments.GetValue(oneVersusAll),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            options.Folder(arguments)));
        return command;
    }

    private static int Run(DataSelection selection, string family, bool oneVersusAll, int seed, bool quick, string folder)
    {
        var data = TaskData.Read(selection);
        var clock = new TrainingClock();
        var features = TaskFeatures.Of(data.Set);
        var rows = FeatureTable.Extract(data.Train, features.Extractor);
        var training = TrainedFamilies.TreesNamed(family).Training(quick, seed, oneVersusAll);
        LoadNotice.Write($"{data.Name}-{family}");
        var trained = Train(data, family, rows, training);
        var counted = trained with { Ensemble = LeafRowCount.In(trained.Ensemble, rows) };
        var command = CommandLine.For(
            "trees", selection, seed, quick, ["--family", family, .. oneVersusAll ? [OneVersusAll] : (string[])[]]);
        TreeBundleExport.Write(
            folder,
            family,
            counted,
            features,
            data,
            Provenance.Of(data, seed, clock, command, quick));
        return 0;
    }

    private static TrainedTrees Train(TaskData data, string family, float[][] rows, ITreeTraining training)
    {
        var classes = data.Set.LabelNames.Count;
        return data.Set.Dataset.Task switch
        {
            TaskKind.Classification => TrainingProgress.Run(
                $"{data.Name}-{family}", classes, report => training.Classify(rows, data.Train.Labels, classes, report)),
            TaskKind.Regression => training.Regress(rows, data.Train.Targets),
            var kind => throw new InvalidInputException(data.Name, $"task kind {kind} is not yet trained by trees"),
        };
    }
}
