using EdgeInfer.Core.Errors;

namespace EdgeInfer.Datasets.Splitting;

/// <summary>Classes and groups that are the same: whichever group is judged, its class was never learnt.</summary>
internal static class ClassesAsGroups
{
    /// <exception cref="InvalidInputException">Every group is of one class, and every class has one group.</exception>
    public static void Refuse(string place, ClassGroupTable table)
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
