using System.Globalization;
using EdgeInfer.Recordings.BuiltIn;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Recordings in the folder that a built-in split does not name, and which no model learns from or is judged by.</summary>
/// <param name="Split">Name of the split.</param>
/// <param name="Noun">What <paramref name="Names"/> are, in the singular: files, or groups inside files.</param>
/// <param name="Names">In order; at least one.</param>
public sealed record LeftOut(string Split, string Noun, IReadOnlyList<string> Names)
{
    /// <summary>One sentence with their number, the first and the last.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"left out: {Names.Count} {Noun}{(Names.Count == 1 ? "" : "s")} that the split '{Split}' does not name, ")
        + (Names.Count == 1 ? Names[0] : $"{Names[0]} to {Names[^1]}");

    /// <summary>Null where nothing is left out.</summary>
    internal static LeftOut? Of(
        string directory, Dataset dataset, DatasetSplit split, IReadOnlyList<ListedFile> files, IReadOnlyCollection<string> groups)
    {
        if (groups.Count > 0)
            return new(split.Name, dataset.GroupNoun, [.. groups.Order(StringComparer.Ordinal)]);
        if (!BuiltInSplit.Serves(directory, dataset, split))
            return null;
        var others = FileList.Others(directory, dataset, files);
        return others.Count > 0 ? new(split.Name, "file", others) : null;
    }
}
