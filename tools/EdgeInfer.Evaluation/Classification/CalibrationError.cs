namespace EdgeInfer.Evaluation.Classification;

/// <summary>
/// Expected calibration error (Naeini, Cooper and Hauskrecht 2015; Guo and others 2017): mean distance between the
/// stated probability of the predicted label and the share that was right, over 15 bins of equal width weighted by
/// their windows; 0 is calibrated, 1 the worst.
/// </summary>
public static class CalibrationError
{
    public const int Bins = 15;

    /// <param name="predictions">At least one.</param>
    public static double Of(IReadOnlyList<Prediction> predictions)
    {
        Span<double> confidence = stackalloc double[Bins];
        Span<double> right = stackalloc double[Bins];
        confidence.Clear();
        right.Clear();
        foreach (var prediction in predictions)
        {
            var stated = prediction.Scores[prediction.Label];
            var bin = Math.Clamp((int)(stated * Bins), 0, Bins - 1);
            confidence[bin] += stated;
            right[bin] += prediction.Label == prediction.Truth ? 1 : 0;
        }
        var sum = 0.0;
        for (var bin = 0; bin < Bins; bin++)
            sum += Math.Abs(confidence[bin] - right[bin]);
        return sum / predictions.Count;
    }
}
