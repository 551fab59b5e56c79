using System.Text.RegularExpressions;
using EdgeInfer.Datasets.Paths;

namespace EdgeInfer.Datasets.Roles;

/// <summary>Shots of one moment differ in a last small number alone: they share what stands before it.</summary>
internal static partial class Bursts
{
    /// <summary>The moment of each path; empty where some file is no shot of several.</summary>
    public static Dictionary<string, string> Of(IReadOnlyList<string> paths)
    {
        var moments = paths
            .Select(path => (Path: path, Tokens: PathTokens.Of(path)))
            .GroupBy(each => each.Tokens.Name is [_, _, .., var shot] && Shot().IsMatch(shot)
                ? string.Join('/', each.Tokens.Folders.Append(each.Tokens.Stem[..^(shot.Length + 1)]))
                : "")
            .ToList();
        return moments.Any(moment => moment.Key.Length == 0 || moment.Count() < 2)
            ? []
            : moments.SelectMany(moment => moment.Select(each => (each.Path, moment.Key)))
                .ToDictionary(each => each.Path, each => each.Key, StringComparer.Ordinal);
    }

    [GeneratedRegex("^(burst|shot|frame)?[0-9]{1,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Shot();
}
