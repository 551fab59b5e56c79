namespace EdgeInfer.Evaluation.Groups;

/// <summary>Leave-group-out: every group is held out once, and all its windows with it.</summary>
public static class LeaveGroupOut
{
    /// <summary>One fold a group, in ordinal order of their names.</summary>
    /// <param name="groups">Group of every window; at least two distinct ones.</param>
    public static IEnumerable<GroupFold> Folds(IReadOnlyList<string> groups)
    {
        var names = groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (names.Length < 2)
            throw new ArgumentException($"needs two groups or more, got {names.Length}", nameof(groups));
        return names.Select(name => Fold(groups, name));
    }

    private static GroupFold Fold(IReadOnlyList<string> groups, string held)
    {
        var train = new List<int>(groups.Count);
        var test = new List<int>();
        for (var window = 0; window < groups.Count; window++)
            (string.Equals(groups[window], held, StringComparison.Ordinal) ? test : train).Add(window);
        return new GroupFold(held, train, test);
    }
}
