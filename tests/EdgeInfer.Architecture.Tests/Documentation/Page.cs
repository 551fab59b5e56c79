using System.Text.RegularExpressions;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Documentation;

/// <summary>A page of Markdown in the repository.</summary>
/// <param name="Name">From the root, with slashes.</param>
internal sealed partial record Page(string Name)
{
    private string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, Name));

    /// <summary>Every page that people read; corpora and trained bundles hold none of ours.</summary>
    public static IReadOnlyList<Page> ReadAll() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => new Page(Path.GetRelativePath(Repository.Root, path)))
            .OrderBy(page => page.Name, StringComparer.Ordinal),
    ];

    /// <summary>Places in the repository that stand as code: the page says that they are there.</summary>
    public IEnumerable<string> NamedPlaces() => CodePlace().Matches(Prose()).Select(match => match.Groups["place"].Value);

    /// <summary>Places in italics: the page says that they are still to be made.</summary>
    public IEnumerable<string> FuturePlaces() => ItalicPlace().Matches(Prose()).Select(match => match.Groups["place"].Value);

    /// <summary>Places and solutions in the commands of its sh blocks.</summary>
    public IEnumerable<string> PlacesInCommands() => ShellBlock().Matches(Text)
        .SelectMany(block => block.Groups["commands"].Value.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        .Where(word => Place().IsMatch(word));

    /// <summary>Links to other files, from the root.</summary>
    public IEnumerable<string> LinkedFiles() => Link().Matches(Text)
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal))
        .Select(target => Path.GetRelativePath(
            Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(Name)!, target))));

    /// <summary>The rows of the table whose head begins with <paramref name="firstColumn"/>, without its rule.</summary>
    public IEnumerable<string[]> Table(string firstColumn) => Text.Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {firstColumn} |", StringComparison.Ordinal))
        .TakeWhile(line => line.StartsWith('|'))
        .Skip(2)
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private string Prose() => Fence().Replace(Text, "");

    [GeneratedRegex("`(?<place>(src|tools|tests|docs|models|findings|\\.ci)/[A-Za-z0-9_./-]*)`")]
    private static partial Regex CodePlace();

    [GeneratedRegex("\\*(?<place>(src|tools|tests|docs|models|findings|\\.ci)/[A-Za-z0-9_./-]*)\\*")]
    private static partial Regex ItalicPlace();

    [GeneratedRegex("^((src|tools|tests|docs|models|findings|\\.ci)/.*|.*\\.slnf?)$")]
    private static partial Regex Place();

    [GeneratedRegex("^```sh\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex("\\]\\((?<target>[^)#\\s]+)(#[^)\\s]*)?\\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
