using System.Security.Cryptography;
using EdgeInfer.Core.Errors;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Replay;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Telemetry.Brokers;
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
        Assert.Equal(
            ["a/tiny-cnn-fp32", "a/tiny-fasttree-exact", "b/tiny-cnn-fp32", "b/tiny-fasttree-exact"],
            inference.Select(m => m.Topic["edgeinfer/lab/dev/inference/".Length..]).Distinct().Order());
        Assert.All(inference, message => Assert.Null(Text(message, "model_sha256")));
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
        Assert.All(
            (string[])["latency_p99_us", "latency_p99_low_us", "latency_p99_high_us", "decode_p50_us"],
            field => Assert.All(
                broker.Of("summary/run-1/"), message => Assert.False(message.Json!.RootElement.TryGetProperty(field, out _), field)));
    }

    [Fact]
    public async Task OfAThousandWindowsTheSummaryHasAP99WithItsInterval()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();

        await RunAsync(folder, broker, speed: 30_000, windows: 100, [.. Enumerable.Range(0, 12).Select(i => $"r{i:00}")]);

        var summaries = broker.Of("summary/run-1/");
        Assert.Equal(2, summaries.Count);
        foreach (var summary in summaries)
        {
            Assert.Equal(1_200, Number(summary, "windows"));
            Assert.InRange(Number(summary, "latency_p99_us"), Number(summary, "latency_p50_us"), 1e9);
            Assert.InRange(Number(summary, "latency_p99_low_us"), 0, Number(summary, "latency_p99_us"));
        }
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
    public async Task AWindowWithASampleThatIsNoNumberIsAGapInEveryModelsAnswers()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();
        var options = Options(folder, broker, speed: 20, windows: 6, ["a"]);
        Spoil(options.Data, window: 2);
        var told = new StringWriter();

        await ReplayRun.ExecuteAsync(options, told, TimeProvider.System, TestContext.Current.CancellationToken);

        var inference = broker.Of("inference/");
        Assert.Equal(
            [0, 0, 1_000, 1_000, 3_000, 3_000, 4_000, 4_000, 5_000, 5_000],
            inference.Select(message => Number(message, "start_ms")).Order());
        Assert.All(inference, message => Assert.Equal(Number(message, "start_ms") < 2_000 ? 0 : 1, Number(message, "segment")));
        Assert.All(
            broker.Of("summary/run-1/"),
            message => Assert.Equal((5, 1), (Number(message, "windows"), Number(message, "non_finite_windows"))));
        Assert.Matches(@"(?m)^tiny-fasttree-exact +5 +1\.000 +[0-9.]+ +n too small +simulated\r?$", told.ToString());
        Assert.Contains(
            "tiny-cnn-fp32 did not answer 1 windows: a sample or a score was NaN or an infinity",
            told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunWithoutAnAnswerSaysSo()
    {
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();
        var options = Options(folder, broker, speed: 20, windows: 1, ["a"]);
        Spoil(options.Data, window: 0);

        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => RunAsync(folder, broker, options, TestContext.Current.CancellationToken));

        Assert.Equal("tiny-fasttree-exact: answered no window: in each a sample or a score was NaN or an infinity", error.Message);
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

    [Fact]
    [Slow("plays a second of recordings in real time")]
    public async Task AStopBetweenTwoPassesIsPaidByTheWindowsOfTheNextOnes()
    {
        const int WindowsAfterStop = 24;
        using var folder = new TemporaryFolder();
        await using var broker = await CollectingBroker.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var time = new JumpingTime();
        var before = int.MaxValue;
        broker.OnMessage = message =>
        {
            if (message.Topic.EndsWith("/summary/run-1/tiny-fasttree-exact", StringComparison.Ordinal))
            {
                before = broker.Of("inference/").Count;
                time.Jump(TimeSpan.FromMilliseconds(500));
            }
            else if (broker.Of("inference/").Count >= before + 2L * WindowsAfterStop)
            {
                stop.Cancel();
            }
        };
        var options = Options(folder, broker, 40, 2, ["a", "b"]) with { Loop = true };

        await ReplayRun.ExecuteAsync(options, TextWriter.Null, time, stop.Token);

        // 20 windows become due in half a second, and the last of them waits less than 25 ms.
        var late = broker.Of("inference/").Where(message => Text(message, "model") == "tiny-fasttree-exact")
            .Count(message => Number(message, "latency_us") > 25_000);
        Assert.InRange(late, 17, int.MaxValue);
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
        new DeviceOptions(new BrokerAccess(new BrokerAddress("127.0.0.1", broker.Port)), "lab", "dev"),
        "run-1",
        speed,
        Loop: false);

    private static Task ReplayAsync(CollectingBroker broker, string data, string bundle) => ReplayRun.ExecuteAsync(
        new ReplayOptions(
            data,
            Task: null,
            Split: null,
            [bundle],
            new DeviceOptions(new BrokerAccess(new BrokerAddress("127.0.0.1", broker.Port)), "lab", "dev"),
            "run-1", Speed: 20, Loop: false),
        TextWriter.Null,
        TimeProvider.System,
        TestContext.Current.CancellationToken);

    private static string[] Marks(CollectedMessage message) =>
        [.. message.Json!.RootElement.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()!)];

    private static void Spoil(string data, int window)
    {
        var file = Path.Combine(data, "a.csv");
        var lines = File.ReadAllLines(file);
        var at = 1 + window * TinyTask.Length + TinyTask.Length / 2;
        lines[at] = lines[at].Replace(",0,", ",nan,", StringComparison.Ordinal);
        File.WriteAllLines(file, lines);
    }

    private static string? Text(CollectedMessage message, string field) =>
        message.Json!.RootElement.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static double Number(CollectedMessage message, string field) => message.Json!.RootElement.GetProperty(field).GetDouble();

    /// <summary>The system's clock, which can be moved on as if the machine had stood still.</summary>
    private sealed class JumpingTime : TimeProvider
    {
        private long _jumped;

        public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref _jumped);

        public void Jump(TimeSpan by) => Interlocked.Add(ref _jumped, by.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond);
    }
}
