namespace EdgeInfer.Evaluation.Events;

/// <summary>
/// The threshold below which an alarm would stand, window by window: the K-th highest of the last N scores. 'K of the
/// last N reach T' and 'this value reaches T' are the same, which makes a threshold a matter of one series.
/// </summary>
public static class OpeningScores
{
    /// <param name="scores">Of one segment, in the order of time.</param>
    /// <param name="k">1 to <paramref name="n"/>.</param>
    /// <param name="n">Windows looked back on.</param>
    /// <returns>One value for each window from the K-th on.</returns>
    public static IEnumerable<float> Of(IReadOnlyList<float> scores, int k, int n)
    {
        if (k < 1 || k > n)
            throw new ArgumentException($"K = {k} is outside 1 to N = {n}");
        for (var end = k; end <= scores.Count; end++)
        {
            float[] last = [.. scores.Skip(end - n).Take(Math.Min(n, end)).OrderDescending()];
            yield return last[k - 1];
        }
    }
}
