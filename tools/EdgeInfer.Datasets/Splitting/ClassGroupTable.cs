using System.Globalization;

namespace EdgeInfer.Datasets.Splitting;

/// <summary>How much each group has of each class.</summary>
/// <param name="Unit">What is counted: rows or files.</param>
/// <param name="Classes">In order; one row of counts each.</param>
/// <param name="Groups">In order; one column of counts each.</param>
/// <param name="Counts">[class][group].</param>
public sealed record ClassGroupTable(
    string Unit, IReadOnlyList<string> Classes, IReadOnlyList<string> Groups, IReadOnlyList<IReadOnlyList<long>> Counts)
{
    internal static ClassGroupTable Of(string unit, IReadOnlyDictionary<(string Class, string Group), long> counts)
    {
        string[] classes = [.. counts.Keys.Select(key => key.Class).Distinct().Order(ByNumber)];
        string[] groups = [.. counts.Keys.Select(key => key.Group).Distinct().Order(StringComparer.Ordinal)];
        long[][] table = [.. classes.Select(label => groups.Select(group => counts.GetValueOrDefault((label, group))).ToArray())];
        return new ClassGroupTable(unit, classes, groups, table);
    }

    /// <summary>Names that are numbers by their value, others by their letters.</summary>
    private static readonly Comparer<string> ByNumber = Comparer<string>.Create((one, other) =>
        double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
        && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(one, other));

    internal IEnumerable<string> GroupsOf(int label) => Groups.Where((_, group) => Counts[label][group] > 0);
}
