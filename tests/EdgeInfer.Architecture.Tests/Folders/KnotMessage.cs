using System.Text;

namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>What whoever untangles a knot needs: its folders, its shortest cycle, and the types behind each arrow of it.</summary>
internal static class KnotMessage
{
    private const int TypesListed = 12;

    public static string Of(FolderGraph graph, IReadOnlyList<string> knot)
    {
        var text = new StringBuilder($"{knot.Count} folders use each other in circles: {string.Join(", ", knot)}\nThe shortest circle:\n");
        var cycle = graph.ShortestCycle(knot);
        foreach (var (from, to) in cycle.Zip(cycle.Skip(1)))
            AddArrow(text, from, to, [.. graph.Uses(from, to)]);
        return text.ToString();
    }

    private static void AddArrow(StringBuilder text, string from, string to, TypeUse[] uses)
    {
        text.Append($"  {from} -> {to}, {uses.Length} uses\n");
        var pairs = uses.CountBy(use => use)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.User.Name, StringComparer.Ordinal)
            .ToArray();
        foreach (var (pair, count) in pairs.Take(TypesListed))
            text.Append($"    {pair.User.Name} -> {pair.Used.Name}, {count}\n");
        if (pairs.Length > TypesListed)
            text.Append($"    and {pairs.Length - TypesListed} more pairs of types\n");
    }
}
