using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Verbs;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Messages;
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
        // A verb has a command and a reply; all replies share the channel whose topic the sender names.
        var (kinds, verbs) = (DeviceMessages.All.Kinds.Count, DeviceVerbs.All.Count);
        Assert.Equal(
            FormattableString.Invariant($"parsed 3.0.0 with {kinds + verbs + 1} channels and {kinds + 2 * verbs} messages"), said[1]);
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

    [Fact]
    [Slow("installs a package of npm once")]
    public async Task EverySampleFitsItsSchemaAndNoFieldIsLeftOut()
    {
        using var folder = new TemporaryFolder();
        var lines = Samples.OfEveryKind.Select(sample => $$"""{"kind":"{{sample.Kind}}","payload":{{Json(sample)}}}""").ToArray();
        File.WriteAllLines(folder.File("samples.jsonl"), lines);
        File.WriteAllLines(
            folder.File("wrong.jsonl"),
            lines.Select(line => line.Replace("\"mono_ms\":", "\"mono_ms\":0.5,\"more\":", StringComparison.Ordinal)));

        Assert.Equal([FormattableString.Invariant($"{lines.Length} read")], await ValidateAsync(folder.File("samples.jsonl")));
        Assert.Equal(lines.Length, (await ValidateAsync(folder.File("wrong.jsonl"))).Length);
    }

    private static string Json(Sample sample) =>
        Encoding.UTF8.GetString(sample.Payload) is var text && text.StartsWith('{') ? text : JsonSerializer.Serialize(text);

    private static Task<string[]> ParseAsync(string document) => RunAsync("parse.cjs", document);

    private static Task<string[]> ValidateAsync(string messages) =>
        RunAsync("validate.cjs", Path.Combine(Repository.Root, "docs", "asyncapi.json"), messages);

    private static async Task<string[]> RunAsync(string name, params string[] arguments)
    {
        var parser = await NpmPackage.OrSkipAsync("@asyncapi/parser", "3.6.6");
        var script = Path.Combine(Repository.Root, "tests", "EdgeInfer.Telemetry.Tests", "AsyncApi", name);
        using var process = Process.Start(new ProcessStartInfo(NpmPackage.Node, [script, .. arguments])
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
