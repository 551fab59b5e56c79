using System.Security.Cryptography;
using EdgeInfer.Core.Errors;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Replay;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Replay;

public sealed class ReplayRunTests
{
    [Fact]
    public async Task ARunPublishesEveryAnswerThenTheSummaryThenSaysGoodbye()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();

        await RunAsync(folder, broker, speed: 20, windows: 6, "a", "b");

        var inference = broker.Of("inference/");
        Assert.Equal(24, inference.Count);
        Assert.Equal(["edgeinfer/lab/dev/inference/a", "edgeinfer/lab/dev/inference/b"], inference.Select(m => m.Topic).Distinct());
        Assert.All(inference, message => Assert.Equal(Text(message, "truth"), Text(message, "label")));
        foreach (var window in inference.GroupBy(message => Text(message, "window")))
            Assert.Equal(["tiny-cnn-fp32", "tiny-fasttree-exact"], window.Select(message => Text(message, "model")).Order());
        Assert.Equal(
            Enumerable.Range(1, 28).Select(seq => (long)seq),
            broker.Messages.Where(m => m.Json is not null && m.Json.RootElement.TryGetProperty("seq", out _))
                .Select(m => m.Json!.RootElement.GetProperty("seq").GetInt64()));

        var summary = broker.Of("summary/run-1/");
        Assert.Equal(["tiny-fasttree-exact", "tiny-cnn-fp32"], summary.Select(message => Text(message, "model")));
        Assert.All(summary, message => Assert.Equal(12, Number(message, "windows")));
        Assert.All(summary, message => Assert.Equal(12, Number(message, "correct")));
        Assert.All(summary, message => Assert.Equal("jit", Text(message, "host")));
        Assert.Equal(["online", "offline"], broker.Messages.Where(m => m.Json is null).Select(m => m.Payload));
        Assert.Equal("jit", Text(Assert.Single(broker.Of("info")), "host"));
        var state = Assert.Single(broker.Of("model/state"));
        // What identifies a model is all of its manifest, and no figure goes out without its marks.
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.File("tree"), "model.json"))));
        Assert.Equal(sha256, Text(summary[0], "model_sha256"));
        Assert.All(inference.Concat(summary).Append(state), message => Assert.Equal(["simulated"], Marks(message)));
    }

    [Fact]
    public async Task ADeclaredLeakyReplayMarksEveryMessageWithAFigure()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();
        var data = TinyTask.WriteData(folder.File("data"), windows: 6, "a");
        var description = Path.Combine(data, "dataset.json");
        File.WriteAllText(
            description,
            File.ReadAllText(description).Replace("\"split.csv\" }", "\"split.csv\", \"leaky\": true }", StringComparison.Ordinal));
        var bundle = TinyTask.WriteTreeBundle(folder.File("trees"), learnt: "a");

        await ReplayAsync(broker, data, bundle);

        CollectedMessage[] figures = [.. broker.Of("inference/"), .. broker.Of("summary/"), .. broker.Of("model/state")];
        Assert.True(figures.Length > 2);
        Assert.All(figures, message => Assert.Equal(["simulated", "leaky"], Marks(message)));
    }

    [Fact]
    public async Task ABundleThatHasLearntATestGroupIsNotReplayed()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();
        var data = TinyTask.WriteData(folder.File("data"), windows: 6, "a");

        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => ReplayAsync(broker, data, TinyTask.WriteTreeBundle(folder.File("trees"), learnt: "A")));

        Assert.Contains("has learnt group 'a' of the same data", error.Message, StringComparison.Ordinal);
        Assert.Empty(broker.Of("inference/"));
    }

    [Fact]
    public async Task AboveFiftyWindowsASecondOnlyAggregatesGoOut()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();

        await RunAsync(folder, broker, speed: 51, windows: 6, "a");

        Assert.Empty(broker.Of("inference/"));
        Assert.All(broker.Of("summary/run-1/"), message => Assert.Equal(6, Number(message, "windows")));
    }

    [Fact]
    public async Task ARecordingTooShortForAWindowIsSaid()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => RunAsync(folder, broker, speed: 20, windows: 0, "a"));

        Assert.StartsWith(folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Slow("waits for a second pass")]
    public async Task ALoopSumsUpItsFirstPassAndRunsUntilItIsStopped()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        broker.OnMessage = message =>
        {
            // Two windows a pass: the fifth one is of the third pass.
            if (broker.Of("inference/").Count == 9)
                stop.Cancel();
        };

        await RunAsync(folder, broker, Options(folder, broker, 50, 2, ["a"]) with { Loop = true }, stop.Token);

        Assert.Equal(2, broker.Of("summary/run-1/").Count);
        Assert.All(broker.Of("summary/run-1/"), message => Assert.Equal(2, Number(message, "windows")));
        Assert.Equal("offline", broker.Messages[^1].Payload);
    }

    private static Task RunAsync(TemporaryFolder folder, CollectingBroker broker, double speed, int windows, params string[] groups) =>
        RunAsync(folder, broker, Options(folder, broker, speed, windows, groups), TestContext.Current.CancellationToken);

    private static Task RunAsync(TemporaryFolder folder, CollectingBroker broker, ReplayOptions options, CancellationToken stop) =>
        ReplayRun.ExecuteAsync(options, TextWriter.Null, TimeProvider.System, stop);

    private static ReplayOptions Options(
        TemporaryFolder folder, CollectingBroker broker, double speed, int windows, string[] groups) => new(
        TinyTask.WriteData(folder.File("data"), windows, groups),
        Task: null,
        Split: null,
        [TinyTask.WriteTreeBundle(folder.File("tree")), TinyTask.WriteOnnxBundle(folder.File("network"))],
        new DeviceOptions(new BrokerAddress("127.0.0.1", broker.Port), "lab", "dev"),
        "run-1",
        speed,
        Loop: false);

    private static Task ReplayAsync(CollectingBroker broker, string data, string bundle) => ReplayRun.ExecuteAsync(
        new ReplayOptions(
            data, Task: null, Split: null, [bundle], new DeviceOptions(new BrokerAddress("127.0.0.1", broker.Port), "lab", "dev"),
            "run-1", Speed: 20, Loop: false),
        TextWriter.Null,
        TimeProvider.System,
        TestContext.Current.CancellationToken);

    private static string[] Marks(CollectedMessage message) =>
        [.. message.Json!.RootElement.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()!)];

    private static string? Text(CollectedMessage message, string field) =>
        message.Json!.RootElement.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static double Number(CollectedMessage message, string field) => message.Json!.RootElement.GetProperty(field).GetDouble();
}
