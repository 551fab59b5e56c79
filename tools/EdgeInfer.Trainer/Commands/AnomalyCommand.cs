using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Families;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>anomaly</c>: learns the normal state, chooses a threshold on held-out normal groups, and writes a bundle a method.</summary>
internal static class AnomalyCommand
{
    private const string All = "all";

    public static Command Create()
    {
        var options = new TrainingOptions();
        string[] names = [.. TrainedFamilies.Detectors.Select(family => family.Name)];
        var method = new Option<string>("--method")
        {
            Description = $"{string.Join(", ", names)} or {All}",
            DefaultValueFactory = _ => All,
        };
        method.AcceptOnlyFromAmong([.. names, All]);
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
            Chosen(arguments.GetRequiredValue(method)),
            scale.Read(arguments),
            AlarmRate.Parse(arguments.GetRequiredValue(rate)),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            options.Folder(arguments),
            checkpoint.Read(arguments)));
        return command;
    }

    private static IReadOnlyList<DetectorFamily> Chosen(string method) =>
        [.. TrainedFamilies.Detectors.Where(family => method == All || family.Name == method)];

    private static int Run(
        DataSelection selection,
        IReadOnlyList<DetectorFamily> families,
        ArchitectureScale scale,
        double perDay,
        int seed,
        bool quick,
        string folder,
        CheckpointFolder? checkpoints)
    {
        var isScaled = scale != ArchitectureScale.One;
        if ((isScaled || checkpoints is not null) && !families.Any(family => family.IsNetwork))
            throw new InvalidInputException(
                isScaled ? ScaleOptions.Names : CheckpointOption.Name, $"for networks only, and method {families[0].Name} trains none");
        var data = AnomalyData.Read(selection, AlarmRule.K);
        List<TrainedAnomaly> trained = [];
        foreach (var family in families)
        {
            var clock = new TrainingClock();
            var training = family.Create(new DetectorOptions(scale, seed, quick, CheckpointPlan.In(checkpoints, clock)));
            var learnt = LearntDetector.Train(training, data, perDay);
            var command = CommandLine.For(
                "anomaly", selection, seed, training.IsQuick,
                [
                    "--method", family.Name, AlarmRate.Option, perDay.ToString(CultureInfo.InvariantCulture),
                    .. family.IsNetwork ? ScaleOptions.Repeat(scale) : [],
                ]);
            var provenance = Provenance.Of(data.Task, seed, clock, command, training.IsQuick) with { FalseAlarmsPerDay = perDay };
            trained.Add(AnomalyBundleExport.Write(folder, family.Name, learnt, data, provenance));
        }

        AnomalyConsole.Write(trained, perDay);
        checkpoints?.Clear();
        return 0;
    }
}
