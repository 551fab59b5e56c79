namespace EdgeInfer.Serving.Explanations.Occlusion;

internal static class LogOdds
{
    /// <summary>A probability that float rounded to 0 stands for at most this; it keeps the logarithm finite.</summary>
    private const double Smallest = 1.17549435e-38;

    /// <summary>
    /// ln(p / (1 - p)) of a label. What the others have is added up, not taken from 1: a label that is nearly certain
    /// has lost its distance from 1 to rounding.
    /// </summary>
    /// <param name="scores">Probabilities of all labels.</param>
    /// <param name="label">Index of the label.</param>
    public static double Of(ReadOnlySpan<float> scores, int label)
    {
        var others = 0.0;
        for (var i = 0; i < scores.Length; i++)
            others += i == label ? 0 : scores[i];
        return Math.Log(Math.Max(scores[label], Smallest)) - Math.Log(Math.Max(others, Smallest));
    }
}
