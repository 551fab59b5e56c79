using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Families;
using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>validate</c>: leave-group-out over the training groups, or over all of them.</summary>
internal static class ValidateCommand
{
    private const string TrainingGroups = "train";
    private const string AllGroups = "all";

    public static Command Create()
    {
        var data = new DataOptions();
        string[] families = [.. TrainedFamilies.Validated.Select(one => one.Name)];
        var family = new Option<string>("--family")
        {
            Description = Alternatives.Of(families),
            DefaultValueFactory = _ => families[0],
        };
        family.AcceptOnlyFromAmong(families);
        var groups = new Option<string>("--groups")
        {
            Description = "train: the training groups; all: every group of the data set",
            DefaultValueFactory = _ => TrainingGroups,
        };
        groups.AcceptOnlyFromAmong(TrainingGroups, AllGroups);
        var seed = new Option<int>("--seed") { Description = "Seed of every random choice", DefaultValueFactory = _ => 1 };
        var quick = new Option<bool>("--quick") { Description = "Smaller models in less time" };
        var checkpoint = new CheckpointOption();
        var command = new Command("validate", "Train once for each group left out, and say how the model does on it")
        {
            family, groups, seed, quick,
        };
        data.AddTo(command);
        checkpoint.AddTo(command);
        command.SetAction(arguments => Run(
            data.Selected(arguments),
            TrainedFamilies.Validated.Single(one => one.Name == arguments.GetRequiredValue(family)),
            arguments.GetValue(groups) == AllGroups,
            arguments.GetValue(seed),
            arguments.GetValue(quick),
            checkpoint.Read(arguments)));
        return command;
    }

    private static int Run(
        DataSelection selection, IValidatedFamily family, bool allGroups, int seed, bool quick, CheckpointFolder? checkpoints)
    {
        if (!family.WritesCheckpoints && checkpoints is not null)
            throw new InvalidInputException(CheckpointOption.Name, $"for networks only, and family {family.Name} trains none");
        var set = selection.Open();
        if (set.Dataset.Task != TaskKind.Classification)
            throw new InvalidInputException(set.Dataset.Name, $"task kind {set.Dataset.Task} is not yet validated");
        Recording[] recordings = [.. set.Recordings.Where(r => allGroups || r.Side == SplitSide.Train)];
        SideCopies.RefuseBetweenGroups(set, allGroups);
        if (allGroups)
            Console.WriteLine(OpeningLedger.Record(set, "validate", [], OpeningRun.OfProcess, TimeProvider.System).Describe());
        var overlapping = WindowSet.Read(set, recordings, set.TrainingShape);
        var disjoint = WindowSet.Read(set, recordings, set.TestShape);
        LostWindows.Tell(set.Dataset.Name, overlapping, disjoint);
        var fold = family.Fold(new FoldData(set, overlapping, disjoint, seed, quick, CheckpointPlan.In(checkpoints)));
        var report = GroupValidation.Run(fold, overlapping, disjoint, set.LabelNames);
        var marks = FigureMarks.OfTraining(set.Dataset.Simulated, quick).With(set.Marks);
        ValidationConsole.Write($"{set.Dataset.Name}-{family.Name}", report, marks);
        checkpoints?.Clear();
        return 0;
    }
}
