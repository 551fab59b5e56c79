namespace EdgeInfer.Evaluation.Classification;

/// <summary>Counts of windows by true and predicted label.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[][] _counts;

    internal ConfusionMatrix(IEnumerable<Prediction> predictions, int labels)
    {
        _counts = new long[labels][];
        for (var truth = 0; truth < labels; truth++)
            _counts[truth] = new long[labels];
        foreach (var prediction in predictions)
            _counts[prediction.Truth][prediction.Label]++;
    }

    /// <summary>Rows are truths and columns predictions, both in the order of the labels.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Rows => _counts;

    internal long Correct(int label) => _counts[label][label];

    internal long OfTruth(int label) => _counts[label].Sum();

    internal long OfPrediction(int label) => _counts.Sum(row => row[label]);

    internal double Precision(int label) => Share(Correct(label), OfPrediction(label));

    internal double Recall(int label) => Share(Correct(label), OfTruth(label));

    internal double F1(int label) => Share(2 * Correct(label), OfTruth(label) + OfPrediction(label));

    internal double Accuracy()
    {
        var correct = 0L;
        var all = 0L;
        for (var label = 0; label < _counts.Length; label++)
        {
            correct += Correct(label);
            all += OfTruth(label);
        }
        return Share(correct, all);
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
