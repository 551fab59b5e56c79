using System.Diagnostics;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Node;

namespace EdgeInfer.Telemetry.Tests.AsyncApi;

/// <summary>docs/asyncapi.json as the parser of the AsyncAPI initiative reads it.</summary>
public sealed class AsyncApiParserTests
{
    [Fact]
    [Slow("installs a package of npm once")]
    public async Task TheDocumentHasNoErrorAndNoWarning()
    {
        var said = await ParseAsync(Path.Combine(Repository.Root, "docs", "asyncapi.json"));
        // 3.1 adds nothing that we use, and fewer tools read it.
        Assert.Equal("2 asyncapi-latest-version asyncapi", said[0]);
        var kinds = DeviceMessages.All.Kinds.Count;
        Assert.Equal(FormattableString.Invariant($"parsed 3.0.0 with {kinds} channels and {kinds} messages"), said[1]);
        Assert.Equal(2, said.Length);
    }

    [Fact]
    [Slow("installs a package of npm once")]
    public async Task ADocumentThatLeadsNowhereIsAnError()
    {
        using var folder = new TemporaryFolder();
        var document = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "docs", "asyncapi.json"), TestContext.Current.CancellationToken);
        File.WriteAllText(
            folder.File("broken.json"),
            document.Replace("#/components/messages/info\"", "#/components/messages/none\"", StringComparison.Ordinal));
        Assert.Contains(await ParseAsync(folder.File("broken.json")), line => line.StartsWith("0 invalid-ref", StringComparison.Ordinal));
    }

    private static async Task<string[]> ParseAsync(string document)
    {
        var parser = await NpmPackage.OrSkipAsync("@asyncapi/parser", "3.6.6");
        var script = Path.Combine(Repository.Root, "tests", "EdgeInfer.Telemetry.Tests", "AsyncApi", "parse.cjs");
        using var process = Process.Start(new ProcessStartInfo(NpmPackage.Node, [script, document])
        {
            RedirectStandardOutput = true,
            Environment = { ["NODE_PATH"] = parser.Modules },
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
