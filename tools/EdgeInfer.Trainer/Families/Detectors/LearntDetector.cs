using EdgeInfer.Evaluation.Events;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>A detector of all training groups, and a threshold for it from groups that such detectors did not see.</summary>
internal sealed record LearntDetector(AnomalyDetector Detector, AlarmThreshold Threshold)
{
    private const string OnAll = "trained on all";

    public static LearntDetector Train(IAnomalyTraining training, AnomalyData data, double falseAlarmsPerDay)
    {
        var folds = HeldOutScores.Folds(data);
        return TrainingProgress.Run($"{data.Task.Name}-{training.Family}", folds + 1, report =>
        {
            var threshold = HeldOut(training, data, falseAlarmsPerDay, report);
            var detector = training.Train(FeatureTable.Extract(data.Task.Train, data.Extractor), report.After(folds, OnAll));
            report(folds + 1, OnAll);
            return new LearntDetector(detector, threshold);
        });
    }

    public static AlarmThreshold ChooseThreshold(IAnomalyTraining training, AnomalyData data, double falseAlarmsPerDay) =>
        TrainingProgress.Run(
            $"{data.Task.Name}-{training.Family}",
            HeldOutScores.Folds(data),
            report => HeldOut(training, data, falseAlarmsPerDay, report));

    private static AlarmThreshold HeldOut(IAnomalyTraining training, AnomalyData data, double falseAlarmsPerDay, ReportProgress report) =>
        AlarmThreshold.For(
            HeldOutScores.TrainAndScore(training, data, AlarmRule.K, AlarmRule.N, report), data.HopSeconds, falseAlarmsPerDay);
}
