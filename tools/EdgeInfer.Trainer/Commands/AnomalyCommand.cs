using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Measurement.Events;
using EdgeInfer.Trainer.Anomaly;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>anomaly</c>: learns the normal state, chooses a threshold on held-out normal groups, and writes a bundle a method.</summary>
internal static class AnomalyCommand
{
    private const string Rate = "--false-alarms-per-day";

    /// <summary>Two of three windows: one knock is no event, and an event is found a window after its first.</summary>
    private const int K = 2;
    private const int N = 3;

    /// <summary>Share of the threshold that a score must fall below it before an event closes.</summary>
    private const double HysteresisShare = 0.1;

    public static Command Create()
    {
        var options = new TrainingOptions();
        var method = new Option<string>("--method") { Description = $"{string.Join(", ", AnomalyMethods.Names)} or {AnomalyMethods.All}", DefaultValueFactory = _ => AnomalyMethods.All };
        method.AcceptOnlyFromAmong([.. AnomalyMethods.Names, AnomalyMethods.All]);
        var rate = new Option<string>(Rate) { Description = "False alarms that one device may raise in a day of normal running", DefaultValueFactory = _ => "1" };
        var command = new Command("anomaly", "Learn the normal state of machines, and tell when it ends");
        options.AddTo(command);
        command.Add(method);
        command.Add(rate);
        command.SetAction(arguments => Run(
            options.Data.Selected(arguments),
            arguments.GetRequiredValue(method),
            RateOf(arguments.GetRequiredValue(rate)),
            arguments.GetValue(options.Seed),
            arguments.GetValue(options.Quick),
            arguments.GetRequiredValue(options.Out)));
        return command;
    }

    private static int Run(DataSelection selection, string method, double perDay, int seed, bool quick, string folder)
    {
        var data = AnomalyData.Read(selection, K);
        List<TrainedAnomaly> trained = [];
        foreach (var training in AnomalyMethods.Of(method, seed, quick))
        {
            var clock = new TrainingClock();
            var (threshold, detector) = Learn(training, data, perDay);
            var rule = new DecisionRule(threshold.Value, K, N, HysteresisShare * threshold.Value);
            var command = CommandLine.For("anomaly", selection, seed, quick, "--method", training.Family, Rate, perDay.ToString(CultureInfo.InvariantCulture));
            var provenance = Provenance.Of(data.Task, seed, clock, command, quick);
            trained.Add(AnomalyBundleExport.Write(folder, training.Family, detector, threshold, rule, data, provenance));
        }

        AnomalyConsole.Write(trained, perDay);
        return 0;
    }

    private static (AlarmThreshold Threshold, AnomalyDetector Detector) Learn(IAnomalyTraining training, AnomalyData data, double perDay)
    {
        var folds = HeldOutScores.Folds(data);
        return TrainingProgress.Run($"{data.Task.Name}-{training.Family}", folds + 1, report =>
        {
            var held = HeldOutScores.Of(training, data, K, N, done => report(done, "groups held out for the threshold"));
            var detector = training.Train(FeatureTable.Of(data.Task.Train, data.Extractor));
            report(folds + 1, "trained on all");
            return (AlarmThreshold.For(held, data.HopSeconds, perDay), detector);
        });
    }

    // Parsed here, because the option's own parser would follow the user's culture.
    private static double RateOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate > 0 && double.IsFinite(rate)
            ? rate
            : throw new InvalidInputException(Rate, $"'{text}' is no number above 0");
}
