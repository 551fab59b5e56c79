using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Numerics;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>Leave-group-out: trains on overlapping windows of the other groups, asks about disjoint ones of the group left out.</summary>
internal static class GroupValidation
{
    public static ClassificationReport Run(
        IGroupFold fold, WindowSet overlapping, WindowSet disjoint, IReadOnlyList<string> labels)
    {
        if (overlapping.Groups.Distinct().Count() < 2)
            throw new InvalidInputException("validate", "needs windows of two groups or more: with fewer, none can be left out");
        GroupFold[] folds = [.. LeaveGroupOut.Folds(overlapping.Groups)];
        var predictions = TrainingProgress.Run("leave one group out", folds.Length, report =>
        {
            List<Prediction> all = [];
            for (var i = 0; i < folds.Length; i++)
            {
                var held = folds[i].HeldOut;
                int[] test = [.. Enumerable.Range(0, disjoint.Groups.Length).Where(window => disjoint.Groups[window] == held)];
                var scores = fold.TrainAndScore([.. folds[i].Train], test, report.After(i, $"group {held}"));
                all.AddRange(test.Zip(scores, (window, row) =>
                    new Prediction(held, disjoint.Labels[window], Best(row, held), row)));
                report(i + 1, $"group {held}");
            }

            return all;
        });
        return ClassificationReport.Of(predictions, labels);
    }

    private static int Best(float[] scores, string group) => FiniteValues.Are(scores)
        ? Array.IndexOf(scores, scores.Max())
        : throw new InvalidInputException("validate", $"the model trained without {group} gives a score that is not finite");
}
