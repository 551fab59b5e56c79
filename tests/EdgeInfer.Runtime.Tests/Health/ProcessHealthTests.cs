using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Health;
using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Runtime.Tests.Devices;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Health;

public sealed class ProcessHealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WindowsAndTheirRateAreOfAllStreams()
    {
        await using var broker = await CollectingBroker.StartAsync();
        var device = new DeviceOptions(new BrokerAddress("127.0.0.1", broker.Port), "lab", "dev");
        await using var session = await MqttSession.ConnectAsync(device.Session(_ => { }), TimeProvider.System, Cancellation);
        var time = new ManualTime { Microseconds = 1_000_000 };
        RunningStream[] streams = [Stream(time), Stream(time)];
        var health = new ProcessHealth(new Stamp(session, time), streams);

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
