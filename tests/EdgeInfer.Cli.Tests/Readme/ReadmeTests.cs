using System.Diagnostics;
using EdgeInfer.Cli.Processes;
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
            await TrainerKnowsAsync([.. forwarded]);
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

    /// <summary>Training parses its own arguments in a process of its own; its help lists what it knows.</summary>
    private static async Task TrainerKnowsAsync(string[] arguments)
    {
        string[] words = [.. arguments.TakeWhile(word => !word.StartsWith('-'))];
        string[] verb = [.. words.TakeWhile(word => !char.IsUpper(word[0]))];
        var usage = string.Join(' ', words.Select(word => char.IsUpper(word[0]) ? $"<{word}>" : word));
        var start = new ProcessStartInfo("dotnet", ["exec", Sibling.Trainer.Path, .. verb, "--help"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var help = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains($"edgeinfer-trainer {usage} [options]", help, StringComparison.Ordinal);
        Assert.All(arguments.Where(word => word.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains($"  {option} ", help, StringComparison.Ordinal));
    }
}
