namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>Which folder uses which, by the uses of their types.</summary>
internal sealed class FolderGraph(IEnumerable<TypeUse> uses)
{
    private readonly Dictionary<string, ILookup<string, TypeUse>> arrows = uses
        .Where(use => use.User.Folder != use.Used.Folder)
        .GroupBy(use => use.User.Folder)
        .ToDictionary(folder => folder.Key, folder => folder.ToLookup(use => use.Used.Folder));

    /// <summary>Folders of which each reaches each other: largest knot first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Knots()
    {
        var reached = arrows.Keys.ToDictionary(folder => folder, Reached);
        return
        [
            .. arrows.Keys.Where(folder => reached[folder].Contains(folder))
                .GroupBy(folder => arrows.Keys.Where(other => reached[folder].Contains(other) && reached[other].Contains(folder)).Min())
                .Select(knot => knot.Order(StringComparer.Ordinal).ToArray())
                .OrderByDescending(knot => knot.Length),
        ];
    }

    /// <summary>From a folder of the knot back to it, the first folder at both ends; among the shortest the one of fewest uses.</summary>
    public IReadOnlyList<string> ShortestCycle(IReadOnlyList<string> knot) => knot
        .Select(start => CycleFrom(start))
        .OrderBy(cycle => cycle.Count)
        .ThenBy(cycle => cycle.Zip(cycle.Skip(1)).Sum(arrow => Uses(arrow.First, arrow.Second).Count()))
        .First();

    public IEnumerable<TypeUse> Uses(string from, string to) => arrows.TryGetValue(from, out var used) ? used[to] : [];

    private IEnumerable<string> UsedBy(string folder) => arrows.TryGetValue(folder, out var used) ? used.Select(other => other.Key) : [];

    private HashSet<string> Reached(string start)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var folder))
        {
            foreach (var next in UsedBy(folder).Where(reached.Add))
                open.Enqueue(next);
        }
        return reached;
    }

    private List<string> CycleFrom(string start)
    {
        var before = new Dictionary<string, string>();
        var open = new Queue<string>([start]);
        while (!before.ContainsKey(start))
        {
            var folder = open.Dequeue();
            foreach (var next in UsedBy(folder).Where(next => before.TryAdd(next, folder)))
                open.Enqueue(next);
        }
        List<string> cycle = [start];
        do
            cycle.Insert(0, before[cycle[0]]);
        while (cycle[0] != start);
        return cycle;
    }
}
