using EdgeInfer.Measurement.Classification;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Validation;

/// <summary>Leave-group-out: trains on overlapping windows of the other groups, asks about disjoint ones of the group left out.</summary>
internal static class GroupValidation
{
    public static ClassificationReport Run(
        IGroupFold fold, WindowSet overlapping, WindowSet disjoint, IReadOnlyList<string> labels)
    {
        string[] groups = [.. overlapping.Groups.Distinct().Order(StringComparer.Ordinal)];
        var predictions = TrainingProgress.Run("leave one group out", groups.Length, report =>
        {
            List<Prediction> all = [];
            for (var i = 0; i < groups.Length; i++)
            {
                int[] train = [.. Indices(overlapping.Groups, g => g != groups[i])];
                int[] test = [.. Indices(disjoint.Groups, g => g == groups[i])];
                var scores = fold.TrainAndScore(train, test);
                all.AddRange(test.Zip(scores, (window, row) =>
                    new Prediction(groups[i], disjoint.Labels[window], Array.IndexOf(row, row.Max()), row)));
                report(i + 1, $"group {groups[i]}");
            }

            return all;
        });
        return ClassificationReport.Of(predictions, labels);
    }

    private static IEnumerable<int> Indices(string[] groups, Func<string, bool> wanted) =>
        Enumerable.Range(0, groups.Length).Where(i => wanted(groups[i]));
}
