using System.Text;
using System.Text.Json;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Devices;
using EdgeInfer.Runtime.Tests.Devices;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Models;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeInfer.Runtime.Tests.Verbs;

public sealed class IdentifyTests : IDisposable
{
    private readonly TemporaryFolder _state = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task ADeviceShowsItselfOnceAndARestartedOneNotAgain()
    {
        await using var broker = Mosquitto.OrSkip();
        await broker.StartAsync();
        using var sender = new MqttClientFactory().CreateMqttClient();
        var answers = new System.Collections.Concurrent.ConcurrentQueue<JsonElement>();
        sender.ApplicationMessageReceivedAsync += args =>
        {
            answers.Enqueue(JsonDocument.Parse(Encoding.UTF8.GetString(args.ApplicationMessage.Payload)).RootElement);
            return Task.CompletedTask;
        };
        await sender.ConnectAsync(
            new MqttClientOptionsBuilder().WithProtocolVersion(MqttProtocolVersion.V500).WithTcpServer("127.0.0.1", broker.Port).Build(),
            Cancellation);
        await sender.SubscribeAsync("operator/answers", MqttQualityOfServiceLevel.AtLeastOnce, Cancellation);
        var command = new MqttApplicationMessageBuilder()
            .WithTopic("edgeinfer/lab/dev/cmd/identify")
            .WithPayload(FormattableString.Invariant(
                $$"""{"schema":1,"nonce":"nonce-01","expires_ms":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}}}"""))
            .WithResponseTopic("operator/answers")
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .Build();

        var first = await RunAsync();
        var second = await RunAsync();

        Assert.Single(first.Split('\n'), line => line.StartsWith("identify: this is lab/dev, boot ", StringComparison.Ordinal));
        Assert.DoesNotContain("identify:", second, StringComparison.Ordinal);
        var (answer, again) = (answers.First(), answers.Last());
        Assert.Equal("done", answer.GetProperty("status").GetString());
        var result = answer.GetProperty("result");
        Assert.Equal("lab/dev", result.GetProperty("device").GetString());
        Assert.Equal(["one"], result.GetProperty("models").EnumerateArray().Select(model => model.GetString()));
        Assert.NotEqual(answer.GetProperty("boot").GetString(), again.GetProperty("boot").GetString());
        Assert.Equal(("done", true), (again.GetProperty("status").GetString(), again.GetProperty("repeated").GetBoolean()));

        async Task<string> RunAsync()
        {
            using var output = new StringWriter();
            var heard = answers.Count;
            using var alone = new Barrier(1);
            var plan = new StreamPlan(
                TinyTask.Shape, [TinyTask.Lane("one", TimeProvider.System)], 1, [new MeetingSource("front", 1, alone)]);
            var access = new BrokerAccess(new BrokerAddress("127.0.0.1", broker.Port));
            await using (await DeviceHost.StartAsync(
                new DeviceOptions(access, "lab", "dev") { State = _state.Path },
                [plan],
                TextWriter.Synchronized(output),
                TimeProvider.System,
                Cancellation))
            {
                await sender.PublishAsync(command, Cancellation);
                await Eventually.True(() => answers.Count == heard + 1, "the answer");
            }

            return output.ToString();
        }
    }
}
