using System.Globalization;
using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>Whether two models are equal within a margin: two one-sided tests (Schuirmann 1987), and groups that can show it.</summary>
internal static class EquivalenceTest
{
    /// <summary>Why the models are not shown to be equal; null where they are.</summary>
    /// <param name="difference">Paired over groups.</param>
    /// <param name="margin">Largest difference that counts as none; above 0.</param>
    /// <param name="level">Of each of the two tests, above 0, below 0.5.</param>
    public static string? Objection(PairedDifference difference, double margin, double level)
    {
        if (difference.Groups < UnseenGroups.Fewest)
            return string.Create(
                CultureInfo.InvariantCulture, $"{difference.Groups} groups can't show equality; {UnseenGroups.Fewest} or more are needed");
        if (difference.IntervalAt(1 - 2 * level) is not { } interval || interval.Low <= -margin || interval.High >= margin)
            return "the interval reaches beyond the margin";
        return UnseenGroups.Objection(difference, margin - Math.Abs(difference.Mean), margin, level);
    }
}
