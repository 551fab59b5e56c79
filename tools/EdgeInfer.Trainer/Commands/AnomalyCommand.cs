using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Families;
using EdgeInfer.Trainer.Families.Autoencoder;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>anomaly</c>: learns the normal state, chooses a threshold on held-out normal groups, and writes a bundle a method.</summary>
internal static class AnomalyCommand
{
    public static Command Create()
    {
        var options = new TrainingOptions();
        var method = new Option<string>("--method")
        {
            Description = $"{string.Join(", ", AnomalyMethods.Names)} or {AnomalyMethods.All}",
            DefaultValueFactory = _ => AnomalyMethods.All,
        };
        method.AcceptOnlyFromAmong([.. AnomalyMethods.Names, AnomalyMethods.All]);
        var rate = new Option<string>(AlarmRate.Option)
        {
            Description = "False alarms that one device may raise in a day of normal running",
            DefaultValueFactory = _ => AlarmRate.Default,
        };
        var (scale, checkpoint) = (new ScaleOptions(), new CheckpointOption());
        var command = new Command("anomaly", "Learn the normal state of machines, and tell when it ends");
        options.AddTo(command);
        command.Add(method);
        command.Add(rate);
        scale.AddTo(command);
        checkpoint.AddTo(command);
        command.SetAction(arguments => Run(
            options.Data.Selected(arguments),
            arguments.GetRequiredValue(method) is var name && name == AnomalyMethods.All ? AnomalyMethods.Names : [name],
            scale.Read(arguments),
            AlarmRate.Parse(arguments.GetRequiredValue(rate)),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            options.Folder(arguments),
            checkpoint.Read(arguments)));
        return command;
    }

    private static int Run(
        DataSelection selection,
        IReadOnlyList<string> methods,
        ArchitectureScale scale,
        double perDay,
        int seed,
        bool quick,
        string folder,
        CheckpointFolder? checkpoints)
    {
        var isScaled = scale != ArchitectureScale.One;
        if ((isScaled || checkpoints is not null) && !methods.Contains(AutoencoderTraining.Name))
            throw new InvalidInputException(
                isScaled ? ScaleOptions.Names : CheckpointOption.Name, $"for networks only, and method {methods[0]} trains none");
        var data = AnomalyData.Read(selection, AlarmRule.K);
        List<TrainedAnomaly> trained = [];
        foreach (var method in methods)
        {
            var clock = new TrainingClock();
            var training = AnomalyMethods.Training(method, AutoencoderShape.Of(scale), seed, quick, CheckpointPlan.In(checkpoints, clock));
            var learnt = LearntDetector.Train(training, data, perDay);
            var command = CommandLine.For(
                "anomaly", selection, seed, training.IsQuick,
                [
                    "--method", method, AlarmRate.Option, perDay.ToString(CultureInfo.InvariantCulture),
                    .. method == AutoencoderTraining.Name ? ScaleOptions.Repeat(scale) : [],
                ]);
            var provenance = Provenance.Of(data.Task, seed, clock, command, training.IsQuick) with { FalseAlarmsPerDay = perDay };
            trained.Add(AnomalyBundleExport.Write(folder, method, learnt, data, provenance));
        }

        AnomalyConsole.Write(trained, perDay);
        checkpoints?.Clear();
        return 0;
    }
}
