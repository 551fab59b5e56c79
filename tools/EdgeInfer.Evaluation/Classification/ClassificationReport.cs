using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Classification;

/// <summary>
/// What a classifier is worth on unseen groups. Headline figures are means over groups with a 95 % t interval over
/// groups; pooled ones weigh every window alike and carry no interval, since windows of a group are not independent.
/// </summary>
public sealed record ClassificationReport
{
    private ClassificationReport()
    {
    }

    public required IReadOnlyList<string> Labels { get; init; }
    public required GroupEstimate Accuracy { get; init; }
    public required GroupEstimate MacroPrecision { get; init; }
    public required GroupEstimate MacroRecall { get; init; }
    public required GroupEstimate MacroF1 { get; init; }

    /// <summary>Over the groups that hold two classes or more; null where none does.</summary>
    public required GroupEstimate? RocAuc { get; init; }

    public required double PooledAccuracy { get; init; }

    /// <summary>Macro one-versus-rest over all windows; null where they are all of one class.</summary>
    public required double? PooledRocAuc { get; init; }

    /// <summary>Expected calibration error over all windows, 15 bins.</summary>
    public required double ExpectedCalibrationError { get; init; }

    /// <summary>In ordinal order of the groups' names.</summary>
    public required IReadOnlyList<GroupFigures> PerGroup { get; init; }

    /// <summary>In the order of the labels, over all windows.</summary>
    public required IReadOnlyList<ClassFigures> PerClass { get; init; }

    public required ConfusionMatrix Confusion { get; init; }

    /// <param name="predictions">At least one; label indices and scores must fit <paramref name="labels"/>.</param>
    /// <param name="labels">Names of the classes in the order of the scores.</param>
    /// <exception cref="ArgumentException">No prediction, or one that does not fit the labels.</exception>
    public static ClassificationReport Of(IReadOnlyList<Prediction> predictions, IReadOnlyList<string> labels)
    {
        Check(predictions, labels);
        var perGroup = predictions
            .GroupBy(prediction => prediction.Group, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => FiguresOf(group.Key, [.. group], labels.Count))
            .ToArray();
        var confusion = new ConfusionMatrix(predictions, labels.Count);
        var withArea = perGroup.Where(group => group.RocAuc is not null).ToArray();
        return new ClassificationReport
        {
            Labels = labels,
            Accuracy = Estimate(perGroup, group => group.Accuracy),
            MacroPrecision = Estimate(perGroup, group => group.MacroPrecision),
            MacroRecall = Estimate(perGroup, group => group.MacroRecall),
            MacroF1 = Estimate(perGroup, group => group.MacroF1),
            RocAuc = withArea.Length == 0 ? null : Estimate(withArea, group => group.RocAuc ?? 0),
            PooledAccuracy = confusion.Accuracy(),
            PooledRocAuc = Classification.RocAuc.Macro(predictions, labels.Count),
            ExpectedCalibrationError = CalibrationError.Of(predictions),
            PerGroup = perGroup,
            PerClass = [.. labels.Select((label, index) => FiguresOf(label, index, predictions, confusion))],
            Confusion = confusion,
        };
    }

    private static GroupEstimate Estimate(GroupFigures[] groups, Func<GroupFigures, double> figure) =>
        GroupEstimate.Of([.. groups.Select(figure)], groups.Sum(group => group.Windows));

    private static GroupFigures FiguresOf(string name, Prediction[] predictions, int labels)
    {
        var confusion = new ConfusionMatrix(predictions, labels);
        var present = Enumerable.Range(0, labels).Where(label => confusion.OfTruth(label) > 0).ToArray();
        return new GroupFigures(
            name,
            predictions.Length,
            confusion.Accuracy(),
            present.Average(confusion.Precision),
            present.Average(confusion.Recall),
            present.Average(confusion.F1),
            Classification.RocAuc.Macro(predictions, labels));
    }

    private static ClassFigures FiguresOf(
        string label, int index, IReadOnlyList<Prediction> predictions, ConfusionMatrix confusion) => new(
        label,
        confusion.OfTruth(index),
        confusion.OfPrediction(index),
        confusion.Precision(index),
        confusion.Recall(index),
        confusion.F1(index),
        Classification.RocAuc.OneVersusRest(predictions, index));

    private static void Check(IReadOnlyList<Prediction> predictions, IReadOnlyList<string> labels)
    {
        if (predictions.Count == 0)
            throw new ArgumentException("needs at least one prediction", nameof(predictions));
        foreach (var prediction in predictions)
        {
            var fits = prediction.Scores.Length == labels.Count
                && prediction.Truth >= 0 && prediction.Truth < labels.Count
                && prediction.Label >= 0 && prediction.Label < labels.Count
                && Array.TrueForAll(prediction.Scores, float.IsFinite);
            if (!fits)
            {
                throw new ArgumentException(
                    $"{prediction} with scores [{string.Join(' ', prediction.Scores)}] does not fit {labels.Count} labels",
                    nameof(predictions));
            }
        }
    }
}
