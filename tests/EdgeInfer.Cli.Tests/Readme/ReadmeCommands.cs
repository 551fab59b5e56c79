using System.Text.RegularExpressions;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Cli.Tests.Readme;

/// <summary>The commands in README.md: every line of its fenced sh blocks.</summary>
internal static partial class ReadmeCommands
{
    private const string Started = "dotnet run -c Release --project tools/EdgeInfer.Cli -- ";
    private const string Installed = "edgeinfer ";

    public static IReadOnlyList<string> All { get; } =
    [
        .. ShellBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
            .SelectMany(
                block => block.Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(line => !line.StartsWith('#')),
    ];

    public static IEnumerable<TheoryDataRow<string>> Verbs =>
        All.Where(line => Arguments(line) is not null).Select(line => new TheoryDataRow<string>(line));

    public static IEnumerable<TheoryDataRow<string>> Others =>
        All.Where(line => Arguments(line) is null).Select(line => new TheoryDataRow<string>(line));

    /// <summary>What <c>edgeinfer</c> is given by a line, or null where the line starts something else.</summary>
    public static string[]? Arguments(string line)
    {
        var start = new[] { Started, Installed }.FirstOrDefault(start => line.StartsWith(start, StringComparison.Ordinal));
        return start is null ? null : line[start.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
