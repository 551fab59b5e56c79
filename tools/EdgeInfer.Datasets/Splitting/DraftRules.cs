using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Fingerprints;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Splitting;

/// <summary>Classes and groups that no model should be trained on; a draft of them is refused instead of written.</summary>
internal static class DraftRules
{
    /// <exception cref="InvalidInputException">
    /// Two classes differ in spelling alone, classes are groups, or no group can be set aside to judge on.
    /// </exception>
    public static void Check(string place, ClassGroupTable table, DraftSplit split, bool ownSides)
    {
        RefuseSpellings(place, table);
        RefuseClassesAsGroups(place, table);
        if (!ownSides && split.Split.By != Recordings.Layout.SplitBy.EachGroup && split.Test.Count == 0)
        {
            throw new InvalidInputException(place,
                Invariant($"no group of {table.Groups.Count} can be set aside to judge on, as each holds a class that no other has. ")
                + "Give --group COLUMN or a pattern that names people, machines or sessions, or --group blocks:N.");
        }
    }

    private static void RefuseSpellings(string place, ClassGroupTable table)
    {
        var twice = table.Classes.GroupBy(GroupName.Normalised, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new InvalidInputException(place,
                $"classes {string.Join(" and ", twice.Select(name => $"'{name}'"))} differ in spelling alone: write them alike");
        }
    }

    private static void RefuseClassesAsGroups(string place, ClassGroupTable table)
    {
        if (table.Classes.Count < 2 || table.Classes.Count != table.Groups.Count)
            return;
        string[][] groups = [.. table.Classes.Select((_, label) => table.GroupsOf(label).ToArray())];
        if (groups.All(ofClass => ofClass.Length == 1) && groups.Select(ofClass => ofClass[0]).Distinct().Count() == table.Groups.Count)
        {
            throw new InvalidInputException(place,
                $"each class is one group ({table.Classes[0]} is {groups[0][0]}): a class that is judged would never have been learnt. "
                + "Give --group with what tells people, machines or sessions apart, or --group blocks:N.");
        }
    }
}
