namespace EdgeInfer.Datasets.Paths;

/// <summary>The parts of a path between its separators: folders, then what blanks, dots, hyphens and underscores leave of the
/// name.</summary>
internal sealed class PathTokens
{
    private static readonly string[] Extensions = [".gz", ".csv", ".txt", ".tsv", ".log", ".jpg", ".jpeg", ".png"];

    private PathTokens(IReadOnlyList<string> folders, string stem, IReadOnlyList<string> name, IReadOnlyList<char> separators) =>
        (Folders, Stem, Name, Separators) = (folders, stem, name, separators);

    /// <summary>From the outermost.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The file's name without its extension.</summary>
    public string Stem { get; }

    /// <summary>The stem between its separators.</summary>
    public IReadOnlyList<string> Name { get; }

    /// <summary>One fewer than parts of the name.</summary>
    public IReadOnlyList<char> Separators { get; }

    /// <summary>A word without the digits at its end: s of s12.</summary>
    public static string WithoutNumber(string word) => word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <param name="path">Relative, with forward slashes; a folder's where a recording is a folder.</param>
    public static PathTokens Of(string path)
    {
        var levels = path.Split('/');
        var stem = levels[^1];
        while (Extensions.FirstOrDefault(each => stem.EndsWith(each, StringComparison.OrdinalIgnoreCase)) is { } extension
            && stem.Length > extension.Length)
        {
            stem = stem[..^extension.Length];
        }

        var (name, separators, start) = (new List<string>(), new List<char>(), 0);
        for (var i = 0; i <= stem.Length; i++)
        {
            if (i < stem.Length && stem[i] is not ('_' or '-' or '.' or ' '))
                continue;
            if (i == start)
            {
                // A separator at the start, or a second one, belongs to the next part.
                continue;
            }

            name.Add(stem[start..i]);
            if (i < stem.Length)
                separators.Add(stem[i]);
            start = i + 1;
        }

        return new PathTokens(levels[..^1], stem, name, [.. separators.Take(Math.Max(0, name.Count - 1))]);
    }
}
