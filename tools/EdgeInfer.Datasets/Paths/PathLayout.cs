namespace EdgeInfer.Datasets.Paths;

/// <summary>The parts in which the paths of a folder's recordings differ.</summary>
internal sealed class PathLayout
{
    private readonly Dictionary<string, PathTokens> _tokens;

    public PathLayout(IReadOnlyList<string> paths)
    {
        _tokens = paths.ToDictionary(path => path, PathTokens.Of, StringComparer.Ordinal);
        Parts = [.. Folders().Concat(Names()).Where(part => !part.IsConstant)];
    }

    /// <summary>Folders from the outermost, then the name.</summary>
    public IReadOnlyList<PathPart> Parts { get; }

    /// <summary>A pattern that the user can give, with the chosen parts named and the others as {n}.</summary>
    public string Pattern(PathPart? label, PathPart? group)
    {
        var path = _tokens.Keys.First();
        var tokens = _tokens[path];
        string? At(PartPlace place) => label?.Place == place ? "{label}" : group?.Place == place ? "{group}" : null;
        var folders = tokens.Folders.Select((folder, level) =>
            At(new(PartKind.Folder, level)) ?? (Parts.Any(part => part.Place == new PartPlace(PartKind.Folder, level)) ? "{n}" : folder));
        return string.Join('/', folders.Append(Name(tokens, At)));
    }

    private static string Name(PathTokens tokens, Func<PartPlace, string?> at)
    {
        if (at(new(PartKind.WholeName)) is { } whole)
            return whole;
        var parts = tokens.Name.Select((_, index) =>
            at(new(PartKind.NamePart, index)) ?? (at(new(PartKind.NameLetters, index)) is { } letters ? letters + "{n}" : null)).ToList();
        var last = parts.FindLastIndex(part => part is not null);
        if (last < 0)
            return "{n}";
        var name = string.Concat(parts.Take(last + 1).Select((part, index) =>
            (index == 0 ? "" : tokens.Separators[index - 1]) + (part ?? "{n}")));
        return last < tokens.Name.Count - 1 ? name + tokens.Separators[last] + "{n}" : name;
    }

    private IEnumerable<PathPart> Folders()
    {
        var depths = _tokens.Values.Select(tokens => tokens.Folders.Count).ToArray();
        for (var level = 0; level < depths.Min(); level++)
        {
            var at = level;
            yield return Part(
                depths.Max() == 1 ? "the folder" : $"folder {at + 1}", new PartPlace(PartKind.Folder, at), tokens => tokens.Folders[at]);
        }

        if (depths.Min() < depths.Max())
            yield return Part("the innermost folder", new PartPlace(PartKind.Folder, -1), tokens =>
                tokens.Folders is [.., var last] ? last : ".");
    }

    private IEnumerable<PathPart> Names()
    {
        var fewest = _tokens.Values.Min(tokens => tokens.Name.Count);
        for (var index = 0; index < fewest && _tokens.Values.Any(tokens => tokens.Name.Count > 1); index++)
        {
            var at = index;
            yield return Part($"part {at + 1} of the file name", new PartPlace(PartKind.NamePart, at), tokens => tokens.Name[at]);
        }

        yield return Part("the file name", new PartPlace(PartKind.WholeName), tokens => tokens.Stem);
        for (var index = 0; index < fewest; index++)
        {
            var at = index;
            var whole = Part("", new PartPlace(PartKind.NamePart, at), tokens => tokens.Name[at]);
            var letters = Part(
                fewest == 1 ? "the letters of the file name" : $"the letters in part {at + 1} of the file name",
                new PartPlace(PartKind.NameLetters, at),
                tokens => PathTokens.WithoutNumber(tokens.Name[at]));
            if (letters.Counts.Count < whole.Counts.Count && letters.Counts.Keys.All(key => key.Length > 0))
                yield return letters;
        }
    }

    private PathPart Part(string name, PartPlace place, Func<PathTokens, string> value) =>
        new(name, place, _tokens.ToDictionary(each => each.Key, each => value(each.Value), StringComparer.Ordinal));
}
