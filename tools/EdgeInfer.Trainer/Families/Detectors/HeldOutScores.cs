using EdgeInfer.Evaluation.Events;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>
/// Scores of normal windows by detectors that never saw their group: the training groups are dealt into folds, and each
/// fold is scored by what was trained on the others.
/// </summary>
internal static class HeldOutScores
{
    private const int MostFolds = 6;
    private const string HeldOut = "groups held out for the threshold";

    /// <summary>How many detectors are trained for it.</summary>
    public static int Folds(AnomalyData data) => Math.Min(MostFolds, data.Task.Train.Groups.Distinct().Count());

    /// <returns>Opening scores of each segment, in the order of time.</returns>
    public static IReadOnlyList<IReadOnlyList<float>> TrainAndScore(
        IAnomalyTraining training, AnomalyData data, int k, int n, ReportProgress progress)
    {
        var rows = FeatureTable.Extract(data.Task.Train, data.Extractor);
        var watched = FeatureTable.Extract(data.Watched, data.Extractor);
        string[] groups = [.. data.Task.Train.Groups.Distinct().Order(StringComparer.Ordinal)];
        var folds = Folds(data);
        var scores = new float[watched.Length];
        for (var fold = 0; fold < folds; fold++)
        {
            var held = groups.Where((_, index) => index % folds == fold).ToHashSet();
            var detector = training.Train(
                [.. rows.Where((_, i) => !held.Contains(data.Task.Train.Groups[i]))], progress.After(fold, HeldOut));
            using var model = OnnxModel.Load(detector.Onnx, training.Family);
            for (var i = 0; i < watched.Length; i++)
            {
                if (held.Contains(data.Watched.Groups[i]))
                    model.Predict(watched[i], scores.AsSpan(i, 1));
            }

            progress(fold + 1, HeldOut);
        }

        return [.. Enumerable.Range(0, scores.Length).GroupBy(i => data.Watched.Segments[i])
            .Select(segment => OpeningScores.Of([.. segment.Select(i => scores[i])], k, n).ToArray())];
    }
}
