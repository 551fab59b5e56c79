using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Reads class and group off a file's path.</summary>
internal sealed class PathParts
{
    private readonly Regex? _group;
    private readonly bool _labelIsPrefix;
    private readonly bool _groupIsFolder;

    /// <param name="paths">All files, relative to the folder, with forward slashes.</param>
    /// <param name="groupPattern">Its first capture, or the match where it has none, is the group.</param>
    /// <param name="labelled">True where a column carries the class.</param>
    public PathParts(IReadOnlyList<string> paths, string? groupPattern, bool labelled)
    {
        _group = groupPattern is null ? null : Parse(groupPattern);
        var prefixes = paths.GroupBy(Prefix).ToList();
        _labelIsPrefix = prefixes.Count is >= 2 and <= ColumnProfile.MaxDistinct
            && prefixes.Count(each => each.Count() > 1) * 2 > prefixes.Count;
        // walk/anna.csv and anna/walk.csv look alike; where the user says that anna is the group, walk is the class.
        if (_group is not null && paths.All(path => Group(path) == Prefix(path)))
            _labelIsPrefix = false;
        _groupIsFolder = (labelled || _labelIsPrefix) && paths.Select(Folder).Distinct().Count() > 1;
    }

    public string Label(string path) => _labelIsPrefix ? Prefix(path) : Folder(path);

    public string Group(string path)
    {
        if (_group is null)
            return _groupIsFolder ? Folder(path) : Path.GetFileNameWithoutExtension(path);
        var match = _group.Match(path);
        if (!match.Success)
            throw new InvalidInputException("--group", $"'{_group}' does not match '{path}'");
        var group = match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
        return group.Length > 0 ? group : throw new InvalidInputException("--group", $"'{_group}' captures nothing in '{path}'");
    }

    private static string Folder(string path) => Path.GetFileName(Path.GetDirectoryName(path)) is { Length: > 0 } folder ? folder : ".";

    private static string Prefix(string path) => Path.GetFileNameWithoutExtension(path).Split('_')[0];

    private static Regex Parse(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.None, DatasetRules.MatchLimit);
        }
        catch (ArgumentException error)
        {
            throw new InvalidInputException("--group", $"'{pattern}' is not a regular expression: {error.Message}", error);
        }
    }
}
