namespace EdgeInfer.Evaluation.Classification;

/// <summary>
/// Area under the ROC curve of one class against the rest, as the Mann-Whitney statistic with midranks for ties
/// (Hanley and McNeil 1982): the chance that a window of the class scores above one of the rest, ties counting half.
/// </summary>
public static class RocAuc
{
    /// <summary>Null where all windows are of the class, or none.</summary>
    public static double? OneVersusRest(IReadOnlyList<Prediction> predictions, int label)
    {
        var scores = new float[predictions.Count];
        var truths = new bool[predictions.Count];
        for (var window = 0; window < scores.Length; window++)
        {
            scores[window] = predictions[window].Scores[label];
            truths[window] = predictions[window].Truth == label;
        }
        return Of(scores, truths);
    }

    /// <summary>Sorts both arrays. Null where all are positive, or none.</summary>
    internal static double? Of(float[] scores, bool[] truths)
    {
        var positives = truths.LongCount(truth => truth);
        var negatives = scores.Length - positives;
        if (positives == 0 || negatives == 0)
            return null;
        Array.Sort(scores, truths);
        var smallestRankSum = positives * (positives + 1) / 2.0;
        return (MidrankSum(scores, truths) - smallestRankSum) / ((double)positives * negatives);
    }

    /// <summary>Mean over the classes that have one; null where none has.</summary>
    public static double? Macro(IReadOnlyList<Prediction> predictions, int labels)
    {
        var sum = 0.0;
        var defined = 0;
        foreach (var label in Enumerable.Range(0, labels))
        {
            if (OneVersusRest(predictions, label) is not { } area)
                continue;
            sum += area;
            defined++;
        }
        return defined == 0 ? null : sum / defined;
    }

    private static double MidrankSum(float[] sortedScores, bool[] truths)
    {
        var sum = 0.0;
        for (var first = 0; first < sortedScores.Length;)
        {
            var end = first + 1;
            while (end < sortedScores.Length && sortedScores[end].Equals(sortedScores[first]))
                end++;
            var midrank = (first + 1 + end) / 2.0;
            for (var i = first; i < end; i++)
            {
                if (truths[i])
                    sum += midrank;
            }
            first = end;
        }
        return sum;
    }
}
