namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>Chooses training groups that say when to stop: whole groups, since windows of one group are not independent.</summary>
internal static class ValidationGroups
{
    /// <summary>With fewer, a held-out group costs more than stopping early gains.</summary>
    public const int FewestGroups = 20;

    private const double Share = 0.1;

    /// <param name="groups">Group of each training sample.</param>
    /// <param name="labels">Class of each training sample; every class keeps a group to be learnt from.</param>
    /// <param name="seed">Draws the groups.</param>
    /// <returns>Names of the groups; none where there are too few.</returns>
    public static IReadOnlySet<string> Choose(IReadOnlyList<string> groups, IReadOnlyList<int> labels, int seed)
    {
        var names = groups.Distinct().Order(StringComparer.Ordinal).ToArray();
        var chosen = new HashSet<string>();
        if (names.Length < FewestGroups)
            return chosen;
        var wanted = (int)Math.Round(Share * names.Length);
        var remaining = labels.Zip(groups).Distinct().GroupBy(pair => pair.First).ToDictionary(each => each.Key, each => each.Count());
        new Random(seed).Shuffle(names);
        foreach (var name in names)
        {
            int[] held = [.. labels.Zip(groups).Where(pair => pair.Second == name).Select(pair => pair.First).Distinct()];
            if (chosen.Count == wanted || held.Any(label => remaining[label] == 1))
                continue;
            chosen.Add(name);
            foreach (var label in held)
                remaining[label]--;
        }

        return chosen;
    }
}
