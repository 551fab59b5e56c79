using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Dashboards;

/// <summary>docs/dashboards/node-red-flow.json in Node-RED itself.</summary>
public sealed class NodeRedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Slow("installs npm's node-red once and starts it")]
    public async Task EveryValueOfADeviceArrivesInTheFlow()
    {
        var flow = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "docs", "dashboards", "node-red-flow.json"), Cancellation);
        await using var broker = Mosquitto.OrSkip();
        await broker.StartAsync();
        await using var nodeRed = await NodeRed.StartAsync(flow, broker.Port);
        var options = new SessionOptions
        {
            Host = "127.0.0.1", Port = broker.Port, Topics = new DeviceTopics("lab", "pi5"), Now = static () => default,
        };
        await using var session = await MqttSession.ConnectAsync(options, TimeProvider.System, Cancellation);
        await session.PublishAsync(seq => Samples.Summary with { Seq = seq }, Cancellation);

        // Answers and health are not retained: said again until Node-RED has subscribed.
        await UntilAsync(nodeRed, () => nodeRed.From("label").Count > 0 && nodeRed.From("load").Count > 0, () =>
        {
            session.TryPublish(seq => Samples.Inference with { Seq = seq });
            session.TryPublish(Samples.Health);
        });
        await UntilAsync(nodeRed, () => nodeRed.From("latency").Count > 0 && nodeRed.From("accuracy").Count > 0, () => { });

        var (topic, type, payload) = nodeRed.From("in-inference")[0];
        Assert.Equal(("edgeinfer/lab/pi5/inference/s13/har-phone-cnn-int8", "object"), (topic, type));
        Assert.Equal(Samples.Inference.LatencyUs, payload.GetProperty("latency_us").GetDouble());
        Assert.Equal(("edgeinfer/lab/pi5/availability", "string", "online"), Said(nodeRed, "in-availability"));
        Assert.Equal(("lab/pi5", "number", "49.75"), Said(nodeRed, "load"));
        Assert.Equal(("lab/pi5 s13 har-phone-cnn-int8", "string", "walking"), Said(nodeRed, "label"));
        Assert.Equal(("har-phone-cnn-int8", "number", "1.2345"), Said(nodeRed, "latency"));
        Assert.Equal("har-phone-fasttree", nodeRed.From("accuracy")[0].Topic);
        Assert.Equal(900.0 / 990, nodeRed.From("accuracy")[0].Payload.GetDouble(), 1e-12);
    }

    private static (string Topic, string Type, string Payload) Said(NodeRed nodeRed, string node) =>
        nodeRed.From(node)[0] is var (topic, type, payload) ? (topic, type, payload.ToString()) : default;

    private static async Task UntilAsync(NodeRed nodeRed, Func<bool> holds, Action say)
    {
        // Node-RED takes 5 s to start on an idle machine.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!holds())
        {
            Assert.False(patience.IsCancellationRequested, nodeRed.Console);
            say();
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        }
    }
}
