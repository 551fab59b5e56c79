using EdgeInfer.Core.Marks;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Splitting;

/// <summary>What the groups of a data set allow to conclude, in a sentence.</summary>
public static class GroupFitness
{
    /// <summary>Fewer groups can't reach a level of 5 % in the sign-flip test that a verdict stands on.</summary>
    public const int FewestForAVerdict = 6;

    /// <param name="judged">Groups that models are judged on.</param>
    /// <param name="noun">What a group is, in the singular.</param>
    /// <param name="origin">What tells the groups apart.</param>
    public static string Describe(int judged, string noun, GroupOrigin origin)
    {
        var groups = judged == 1 ? $"1 {noun}" : Invariant($"{judged} {noun}s");
        if (judged < FewestForAVerdict)
            return $"{groups} to judge on can't give a verdict, which needs {FewestForAVerdict}: a report shows figures "
                + $"and says so";
        return origin == GroupOrigin.Named
            ? $"{groups} to judge on can give a verdict"
            : $"{groups} to judge on can give a verdict on recordings like these alone, not on a new person, machine or place";
    }
}
