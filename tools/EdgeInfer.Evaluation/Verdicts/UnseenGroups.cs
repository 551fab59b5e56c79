using System.Globalization;
using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>
/// What the groups of a study can't show: that one group in ten, not met yet, is answered far worse. If each of these lost 25 points,
/// the mean would change by 2.5 points. Where less than that matters and the groups are too few to have met such a group, the
/// differences that were seen must be small against the margin.
/// </summary>
internal static class UnseenGroups
{
    /// <summary>Fewer groups than these show no spread worth a verdict of equality.</summary>
    public const int Fewest = 6;

    /// <summary>Of one group's difference, in standard deviations, that must fit into the margin.</summary>
    public const double RoomInDeviations = 2.2;

    private const double Share = 0.10;
    private const double Loss = 0.25;

    /// <summary>Below this many windows in a group too few changed answers may be luck.</summary>
    private const int FewWindows = 200;

    /// <summary>Fewer changed answers than these show no spread between groups.</summary>
    private const int FewChanges = 10;

    /// <summary>Groups of which one is of the worse tenth, but for a share <paramref name="missed"/> of studies.</summary>
    public static int ToMeetOne(double missed) => (int)Math.Ceiling(Math.Log(missed) / Math.Log(1 - Share));

    /// <summary>Whether so few groups may have missed the worse tenth, and it would matter.</summary>
    public static bool AskForRoom(int groups, double margin, double missed) => margin <= Share * Loss && groups < ToMeetOne(missed);

    /// <summary>
    /// Why the groups don't show that the difference lies inside the margin, though its interval does; null where they do.
    /// </summary>
    /// <param name="difference">Whose interval lies inside the margin.</param>
    /// <param name="towardsMargin">The distance of its mean to the nearer end of the margin that counts.</param>
    /// <param name="margin">Above 0.</param>
    /// <param name="missed">Share of studies that may miss the worse tenth.</param>
    public static string? Objection(PairedDifference difference, double towardsMargin, double margin, double missed)
    {
        if (!AskForRoom(difference.Groups, margin, missed))
            return null;
        var enough = ToMeetOne(missed);
        if (difference.Changes < FewChanges && difference.Windows.Min() < FewWindows)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{difference.Changes:0} changed answers in {difference.Groups} groups of few windows ({difference.Windows.Min()} in one) "
                + $"don't show how far groups differ; record {FewWindows} windows a group, or {enough} groups");
        return towardsMargin > RoomInDeviations * difference.Deviation
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"single groups differ by more than the margin leaves room for (standard deviation {difference.Deviation:0.0000}), "
                + $"and {difference.Groups} groups may have missed a tenth that differs far more; record {enough} groups");
    }
}
