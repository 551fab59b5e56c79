using EdgeInfer.Runtime.Clocks;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Health;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Runtime.Tests.Devices;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Messages;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Health;

public sealed class ProcessHealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WindowsAndTheirRateAreOfAllStreams()
    {
        await using var broker = await CollectingBroker.StartAsync();
        var device = new DeviceOptions(new BrokerAccess(new BrokerAddress("127.0.0.1", broker.Port)), "lab", "dev");
        await using var session = await MqttSession.ConnectAsync(
            device.Session(static () => default, _ => { }), TimeProvider.System, Cancellation);
        var time = new ManualTime { Microseconds = 1_000_000 };
        RunningStream[] streams = [Stream(time), Stream(time)];
        var health = new ProcessHealth(new Stamp(session, time, new DeviceClock(time, synced: true)), new CommandCounts(), streams);

        Run(streams[0], windows: 6, time);
        Run(streams[1], windows: 4, time);
        time.Microseconds += 2_000_000;
        var first = health.Read();
        Run(streams[1], windows: 3, time);
        time.Microseconds += 1_000_000;
        var second = health.Read();

        Assert.Equal((10L, 5.0, 2.0), (first.Windows, first.WindowsPerS, first.UptimeS));
        Assert.Equal((13L, 3.0, 3.0), (second.Windows, second.WindowsPerS, second.UptimeS));
        Assert.Equal(session.Boot, first.Boot);
    }

    [Fact]
    public async Task WhatWaitsForTheBrokerAndWhatWasDroppedAreOfTheSession()
    {
        using var answering = new ManualResetEventSlim();
        await using var broker = await CollectingBroker.StartAsync();
        broker.OnMessage = _ => answering.Wait(TimeSpan.FromSeconds(20), CancellationToken.None);
        var device = new DeviceOptions(new BrokerAccess(new BrokerAddress("127.0.0.1", broker.Port)), "lab", "dev");
        await using var session = await MqttSession.ConnectAsync(
            device.Session(static () => default, _ => { }), TimeProvider.System, Cancellation);
        var stamp = new Stamp(session, TimeProvider.System, new DeviceClock(TimeProvider.System, synced: true));
        var health = new ProcessHealth(stamp, new CommandCounts(), []);

        for (var i = 0; i < 3; i++)
            Assert.True(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        var waiting = health.Read();
        answering.Set();
        await session.DisposeAsync();
        Assert.False(session.TryPublish(seq => Samples.Inference with { Seq = seq }));
        var after = health.Read();

        Assert.Equal((3, 0L), (waiting.OutboxDepth, waiting.OutboxDropped));
        Assert.Equal((0, 0L), (after.OutboxDepth, after.OutboxDropped));
    }

    private static RunningStream Stream(TimeProvider time)
    {
        ModelLane[] lanes = [TinyTask.Lane("one", time)];
        return new(new StreamPipeline(TinyTask.Shape, lanes, new NoAnswers(), time), lanes);
    }

    private static void Run(RunningStream stream, int windows, TimeProvider time)
    {
        using var alone = new Barrier(1);
        stream.Pipeline.Run(new MeetingSource("front", windows, alone, time), Cancellation);
    }
}
