using EdgeInfer.Core.Sources;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Devices;
using EdgeInfer.Runtime.Health;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Devices;

public sealed class DeviceHostTests
{
    private const int Windows = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StreamsRunAtOnceOnThreadsOfTheirOwnAndEveryAnswerIsRightAndPublished()
    {
        using var meeting = new Barrier(2);
        MeetingSource[] sources = [new("front", Windows, meeting), new("rear", Windows, meeting)];
        await using var broker = await CollectingBroker.StartAsync();

        await RunAsync(broker, [.. sources.Select(source => Plan(source, "one", "two"))]);

        Assert.NotEqual(sources[0].Thread, sources[1].Thread);
        var answers = broker.Of("inference/");
        Assert.Equal(2 * 2 * Windows, answers.Count);
        Assert.All(answers, answer => Assert.Equal(Text(answer, "truth"), Text(answer, "label")));
        foreach (var answered in answers.GroupBy(answer => answer.Topic))
            Assert.Equal(
                Enumerable.Range(0, Windows).Select(window => window * 1_000L),
                answered.Select(answer => answer.Json!.RootElement.GetProperty("start_ms").GetInt64()));
        Assert.Equal(
            ["front/one", "front/two", "rear/one", "rear/two"],
            answers.Select(answer => answer.Topic["edgeinfer/lab/dev/inference/".Length..]).Distinct().Order());
        var seqs = broker.Messages.Where(message => message.Json?.RootElement.TryGetProperty("seq", out _) == true)
            .Select(message => message.Json!.RootElement.GetProperty("seq").GetInt64());
        Assert.Equal(Enumerable.Range(1, 2 + 4 * Windows + 2).Select(seq => (long)seq), seqs);
    }

    [Fact]
    public async Task ASummaryIsOfAModelOverAllItsStreams()
    {
        using var meeting = new Barrier(2);
        await using var broker = await CollectingBroker.StartAsync();

        await RunAsync(
            broker,
            [Plan(new MeetingSource("front", Windows, meeting), "one", "two"), Plan(new MeetingSource("rear", Windows, meeting), "one")]);

        var state = Assert.Single(broker.Of("model/state")).Json!.RootElement;
        Assert.Equal(["one", "two"], state.GetProperty("models").EnumerateArray().Select(model => model.GetString()));
        var summaries = broker.Of("summary/run-1/");
        Assert.Equal(
            ["edgeinfer/lab/dev/summary/run-1/one", "edgeinfer/lab/dev/summary/run-1/two"], summaries.Select(summary => summary.Topic));
        Assert.Equal([2 * Windows, Windows], summaries.Select(summary => Number(summary, "windows")));
        Assert.Equal([2 * Windows, Windows], summaries.Select(summary => Number(summary, "correct")));
        Assert.All(summaries, summary => Assert.Equal(2, Number(summary, "models")));
        Assert.All(summaries, summary => Assert.InRange(Number(summary, "latency_p50_us"), 0, 1e9));
    }

    [Fact]
    public async Task AStreamThatFailsStopsTheOthersAndIsTold()
    {
        await using var broker = await CollectingBroker.StartAsync();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(
            broker, [Plan(new EndlessSource(), "one"), Plan(new FailingSource("the sensor is gone"), "one")]));

        Assert.Equal("the sensor is gone", error.Message);
        Assert.Equal("offline", broker.Messages[^1].Payload);
    }

    [Fact]
    public async Task AStreamThatFailsReleasesTheOneThatWaitsForTheBroker()
    {
        using var alone = new Barrier(1);
        using var answering = new ManualResetEventSlim();
        await using var broker = await CollectingBroker.StartAsync();
        broker.OnMessage = message =>
        {
            if (message.Topic.Contains("/inference/", StringComparison.Ordinal))
                answering.Wait(Patience);
        };
        DeviceHost? host = null;
        var failing = new FailingSource("the sensor is gone", until: _ => host!.Windows > 5_000 && Stalled(host));
        try
        {
            host = await StartAsync(broker, [Plan(new MeetingSource("waiting", 10_000, alone), "one"), Plan(failing, "one")]);
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.RunAsync().WaitAsync(3 * Patience, Cancellation));

            Assert.Equal("the sensor is gone", error.Message);
        }
        finally
        {
            answering.Set();
            await host!.DisposeAsync();
        }

        static bool Stalled(DeviceHost host)
        {
            var before = host.Windows;
            Thread.Sleep(200);
            return host.Windows == before;
        }
    }

    [Fact]
    public async Task WhatFailsAfterTheFirstStreamIsTold()
    {
        await using var broker = await CollectingBroker.StartAsync();
        using var output = new StringWriter();
        var later = new FailingSource("the second", until: stop => stop.IsCancellationRequested);
        await using var host = await StartAsync(
            broker, [Plan(later, "one"), Plan(new FailingSource("the first"), "one")], TextWriter.Synchronized(output));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(host.RunAsync);

        Assert.Equal("the first", error.Message);
        Assert.Contains("another stream failed too: the second", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthThatFailsIsToldAndHidesNoErrorAndTheSessionEnds()
    {
        await using var broker = await CollectingBroker.StartAsync();
        using var output = new StringWriter();
        var clock = new BreakingClock();
        var failing = new FailingSource("the sensor is gone", until: _ => clock.Asked);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var host = await StartAsync(
                broker, [Plan(failing, "one")], TextWriter.Synchronized(output), clock);
            await host.RunAsync();
        });

        Assert.Equal("the sensor is gone", error.Message);
        Assert.Contains("health and clock were no longer told: no time", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("offline", broker.Messages[^1].Payload);
    }

    [Fact]
    public async Task AStartThatFailsEndsTheSession()
    {
        await using var broker = await CollectingBroker.StartAsync();

        await Assert.ThrowsAsync<NullReferenceException>(
            () => StartAsync(broker, [Plan(new EndlessSource(), "one") with { Shape = null! }]));

        Assert.Equal("offline", broker.Messages[^1].Payload);
    }

    [Fact]
    public async Task ALaneGivenToTwoStreamsIsRefusedByName()
    {
        await using var broker = await CollectingBroker.StartAsync();
        var plan = Plan(new EndlessSource(), "one");

        var error = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(broker, [plan, plan with { }]));

        Assert.StartsWith("two streams share a lane of one,", error.Message, StringComparison.Ordinal);
        Assert.Empty(broker.Messages);
    }

    [Fact]
    public async Task AboveFiftyWindowsASecondOfAllStreamsTogetherOnlyAggregatesGoOut()
    {
        using var meeting = new Barrier(2);
        await using var broker = await CollectingBroker.StartAsync();

        await RunAsync(
            broker,
            [
                Plan(new MeetingSource("front", Windows, meeting), "one") with { WindowsPerSecond = 26 },
                Plan(new MeetingSource("rear", Windows, meeting), "one") with { WindowsPerSecond = 26 },
            ]);

        Assert.Empty(broker.Of("inference/"));
        Assert.Equal(2 * Windows, Number(Assert.Single(broker.Of("summary/run-1/one")), "windows"));
    }

    private static StreamPlan Plan(ISource source, params string[] models) => new(
        TinyTask.Shape, [.. models.Select(model => TinyTask.Lane(model, TimeProvider.System))], WindowsPerSecond: 1, [source]);

    private static Task<DeviceHost> StartAsync(
        CollectingBroker broker, IReadOnlyList<StreamPlan> plans, TextWriter? output = null, TimeProvider? time = null) =>
        DeviceHost.StartAsync(
            new DeviceOptions(new BrokerAccess(new BrokerAddress("127.0.0.1", broker.Port)), "lab", "dev"),
            plans,
            output ?? TextWriter.Null,
            time ?? TimeProvider.System,
            Cancellation);

    private static async Task RunAsync(CollectingBroker broker, IReadOnlyList<StreamPlan> plans)
    {
        var host = await StartAsync(broker, plans);
        await using (host)
        {
            await host.RunAsync();
            await host.SummariseAsync("run-1");
        }

        host.RequireDelivery();
    }

    private static string? Text(CollectedMessage message, string field) => message.Json!.RootElement.GetProperty(field).GetString();

    private static double Number(CollectedMessage message, string field) => message.Json!.RootElement.GetProperty(field).GetDouble();

    private sealed class EndlessSource : ISource
    {
        public string Stream => "endless";

        public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
        {
            header = default;
            stop.WaitHandle.WaitOne();
            return false;
        }
    }

    private sealed class FailingSource(string message, Func<CancellationToken, bool>? until = null) : ISource
    {
        public string Stream => "failing";

        public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
        {
            if (until is not null)
                SpinWait.SpinUntil(() => until(stop), Patience);
            throw new InvalidOperationException(message);
        }
    }

    /// <summary>A clock whose repeating timer comes at once, and which from then on does not tell the time.</summary>
    private sealed class BreakingClock : TimeProvider
    {
        private volatile bool _broken;

        public bool Asked { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var isOfHealth = period == HealthTicker.Period;
            _broken |= isOfHealth;
            return base.CreateTimer(callback, state, isOfHealth ? TimeSpan.FromMilliseconds(1) : dueTime, period);
        }

        public override long GetTimestamp()
        {
            Asked = _broken;
            return _broken ? throw new InvalidOperationException("no time") : base.GetTimestamp();
        }
    }
}
