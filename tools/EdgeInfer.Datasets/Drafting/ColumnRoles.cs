using System.Text.RegularExpressions;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Guesses which column tells the time, which the class, which the group; the other numeric ones are channels.</summary>
internal sealed partial record ColumnRoles(
    ColumnProfile? Time,
    ColumnProfile? Label,
    ColumnProfile? Group,
    IReadOnlyList<ColumnProfile> Channels,
    IReadOnlyList<ColumnProfile> Unused)
{
    /// <param name="columns">In the order of the files.</param>
    /// <param name="groupsByFile">True where paths tell the groups apart, so that no column needs to.</param>
    public static ColumnRoles Of(IReadOnlyList<ColumnProfile> columns, bool groupsByFile)
    {
        var time = columns.FirstOrDefault(column => column.RisesLikeTime && TimeName().IsMatch(column.Name));
        var candidates = columns
            .Where(column => column != time && column.FewValues && (!column.Numeric || column.RarelyChanges))
            .ToList();
        var named = candidates.Where(column => GroupName().IsMatch(column.Name)).ToList();
        var group = groupsByFile ? null : named.FirstOrDefault();
        var label = candidates
            .Where(column => !named.Contains(column) && (!column.Numeric || column.Whole))
            .OrderByDescending(column => LabelName().IsMatch(column.Name))
            .ThenBy(column => column.Numeric)
            .ThenBy(column => column.Distinct.Count)
            .FirstOrDefault();
        if (!groupsByFile)
            group ??= candidates.FirstOrDefault(column => column != label);
        ColumnProfile?[] taken = [time, label, group];
        // A column that names groups is no signal: as a channel it would tell the model whom it sees.
        var rest = columns.Where(column => !taken.Contains(column)).ToLookup(column => column.Numeric && !named.Contains(column));
        return new ColumnRoles(time, label, group, [.. rest[true]], [.. rest[false]]);
    }

    public static bool NamesGroups(ColumnProfile column) => GroupName().IsMatch(column.Name);

    [GeneratedRegex("time|stamp|epoch|^ts?$|^ts?_|_(s|ms|us|ns)$", RegexOptions.IgnoreCase)]
    private static partial Regex TimeName();

    [GeneratedRegex("label|class|activity|state|target|fault|condition", RegexOptions.IgnoreCase)]
    private static partial Regex LabelName();

    [GeneratedRegex("group|subject|person|user|participant|machine|session|device", RegexOptions.IgnoreCase)]
    private static partial Regex GroupName();
}
