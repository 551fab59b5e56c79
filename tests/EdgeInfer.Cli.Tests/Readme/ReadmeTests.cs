using System.Diagnostics;
using EdgeInfer.Cli.Processes;
using EdgeInfer.Cli.Running;
using EdgeInfer.Cli.Training;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Cli.Tests.Readme;

public class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run -c Release --project tools/EdgeInfer.Cli -- demo")]
    [InlineData("dotnet test EdgeInfer.sln")]
    public void BothCommandsThatAVisitorNeedsAreThere(string command) => Assert.Contains(command, ReadmeCommands.All);

    [Theory]
    [MemberData(nameof(ReadmeCommands.Verbs), MemberType = typeof(ReadmeCommands))]
    public async Task EveryVerbAndOptionExists(string line)
    {
        var arguments = ReadmeCommands.Arguments(line)!;
        if (TrainerVerbs.Forwarded(arguments) is { } forwarded)
            await KnowsAsync(Sibling.Trainer, [.. forwarded]);
        else if (RuntimeVerbs.Forwarded(arguments) is { } run)
            await KnowsAsync(Sibling.Runtime, [.. run]);
        else
            Assert.Empty(CommandTree.Create().Parse(arguments).Errors);
    }

    [Theory]
    [MemberData(nameof(ReadmeCommands.Others), MemberType = typeof(ReadmeCommands))]
    public void EveryFileThatAnotherCommandNamesExists(string line)
    {
        var named = line.Split(' ').Where(word => word.EndsWith(".sln", StringComparison.Ordinal)
            || new[] { "src/", "tools/", "tests/", "models/", ".ci/" }.Any(folder => word.StartsWith(folder, StringComparison.Ordinal)));

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} in '{line}'"));
    }

    /// <summary>A sibling parses its own arguments in a process of its own; its help lists what it knows.</summary>
    private static async Task KnowsAsync(Sibling sibling, string[] arguments)
    {
        // Behind the verb stand its arguments: paths, or names in capitals.
        string[] verb =
        [
            .. arguments.TakeWhile(word => !word.StartsWith('-') && !char.IsUpper(word[0]) && !word.Contains('/', StringComparison.Ordinal))
                .Take(sibling == Sibling.Runtime ? 1 : int.MaxValue),
        ];
        var start = new ProcessStartInfo("dotnet", ["exec", sibling.Path, .. verb, "--help"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var help = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains($"{sibling.Assembly} {string.Join(' ', verb)} ", help, StringComparison.Ordinal);
        Assert.All(
            arguments.Where(word => word.StartsWith("--", StringComparison.Ordinal)),
            option => Assert.Contains($"  {option} ", help, StringComparison.Ordinal));
    }
}
