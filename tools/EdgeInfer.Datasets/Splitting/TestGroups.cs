using System.Security.Cryptography;
using System.Text;

namespace EdgeInfer.Datasets.Splitting;

/// <summary>
/// Proposes the groups to test on: about 30 %, and enough for a verdict where half of them are. They are taken in the order of a
/// hash of their names, so that nobody chose them. Every class that has
/// two groups or more stands on both sides where that is possible.
/// </summary>
internal static class TestGroups
{
    private const double Share = 0.3;

    public static IReadOnlySet<string> Of(ClassGroupTable table)
    {
        var wanted = Math.Max(GroupFitness.FewestForAVerdict, (int)Math.Ceiling(Share * table.Groups.Count));
        var count = Math.Min(wanted, table.Groups.Count / 2);
        var groupsOf = Enumerable.Range(0, table.Classes.Count).Select(label =>
            table.GroupsOf(label).ToHashSet(StringComparer.Ordinal)).ToArray();
        var waiting = table.Groups
            .OrderBy(group => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(group))), StringComparer.Ordinal)
            .ToList();
        var test = new HashSet<string>(StringComparer.Ordinal);
        bool Leaves(string group) =>
            groupsOf.All(groups => !groups.Contains(group) || groups.Any(other => other != group && !test.Contains(other)));
        int Gain(string group) => groupsOf.Count(groups => groups.Count > 1 && groups.Contains(group) && !groups.Overlaps(test));

        while (waiting.Where(Leaves).MaxBy(Gain) is { } best && (Gain(best) > 0 || test.Count < count))
        {
            test.Add(best);
            waiting.Remove(best);
        }

        return test;
    }
}
