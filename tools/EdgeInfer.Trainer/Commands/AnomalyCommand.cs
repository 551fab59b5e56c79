using System.CommandLine;
using System.Globalization;
using EdgeInfer.Trainer.Anomaly;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>anomaly</c>: learns the normal state, chooses a threshold on held-out normal groups, and writes a bundle a method.</summary>
internal static class AnomalyCommand
{
    public static Command Create()
    {
        var options = new TrainingOptions();
        var method = new Option<string>("--method") { Description = $"{string.Join(", ", AnomalyMethods.Names)} or {AnomalyMethods.All}", DefaultValueFactory = _ => AnomalyMethods.All };
        method.AcceptOnlyFromAmong([.. AnomalyMethods.Names, AnomalyMethods.All]);
        var rate = new Option<string>(AlarmRate.Option) { Description = "False alarms that one device may raise in a day of normal running", DefaultValueFactory = _ => AlarmRate.Default };
        var command = new Command("anomaly", "Learn the normal state of machines, and tell when it ends");
        options.AddTo(command);
        command.Add(method);
        command.Add(rate);
        command.SetAction(arguments => Run(
            options.Data.Selected(arguments),
            arguments.GetRequiredValue(method),
            AlarmRate.Parse(arguments.GetRequiredValue(rate)),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            arguments.GetRequiredValue(options.Out)));
        return command;
    }

    private static int Run(DataSelection selection, string method, double perDay, int seed, bool quick, string folder)
    {
        var data = AnomalyData.Read(selection, AlarmRule.K);
        List<TrainedAnomaly> trained = [];
        foreach (var training in AnomalyMethods.Of(method, seed, quick))
        {
            var clock = new TrainingClock();
            var learnt = LearntDetector.Of(training, data, perDay);
            var command = CommandLine.For(
                "anomaly", selection, seed, training.IsQuick, "--method", training.Family, AlarmRate.Option, perDay.ToString(CultureInfo.InvariantCulture));
            var provenance = Provenance.Of(data.Task, seed, clock, command, training.IsQuick) with { FalseAlarmsPerDay = perDay };
            trained.Add(AnomalyBundleExport.Write(folder, training.Family, learnt, data, provenance));
        }

        AnomalyConsole.Write(trained, perDay);
        return 0;
    }
}
