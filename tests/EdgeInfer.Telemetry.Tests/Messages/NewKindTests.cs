using System.Text;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Rules;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Tests.AsyncApi;
using EdgeInfer.Telemetry.Tests.Messages.Tilt;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.Telemetry.Tests.Messages;

/// <summary>A new kind of message is one folder, here Tilt/, and a name in a catalogue: the rest follows.</summary>
public sealed class NewKindTests
{
    private const string Topic = "edgeinfer/lab/pi5/tilt/x";

    private static readonly MessageCatalogue Catalogue = new([.. DeviceMessages.All.Kinds, TiltMessage.Kind]);

    private static readonly TiltMessage Tilt = new()
    {
        Schema = 1, Ts = 1_790_000_000_128, TsSynced = true, MonoMs = 128, Boot = "b007", Seq = 1, Axis = "x", AngleDeg = 12.5f,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ItIsPublishedOnItsTopicWithItsQualityOfServiceAndRetention()
    {
        await using var broker = new InProcessBroker(FreePort.Next());
        await broker.StartAsync();
        var options = new SessionOptions
        {
            Host = "127.0.0.1", Port = broker.Port, Topics = new DeviceTopics("lab", "pi5"), Now = static () => default,
        };
        await using (var session = await MqttSession.ConnectAsync(options, TimeProvider.System, Cancellation))
            await session.PublishAsync(seq => Tilt with { Seq = seq }, Cancellation);

        using var late = await Subscriber.ConnectAsync(broker.Port);
        await Eventually.True(() => late.Heard.Any(message => message.Topic == Topic), "the retained message");
        var heard = late.Heard.Single(message => message.Topic == Topic);
        Assert.Equal((true, 1), (heard.Retained, heard.QualityOfService));
        Assert.Equal(("application/json", true), (heard.ContentType, heard.IsText));
        Assert.Equal(
            """{"schema":1,"ts":1790000000128,"ts_synced":true,"mono_ms":128,"boot":"b007","seq":1,"axis":"x","angle_deg":12.5}""",
            heard.Payload);
        Assert.True(Catalogue.TryRead(heard.Topic, Encoding.UTF8.GetBytes(heard.Payload), out var received, out _));
        Assert.Equal(new Received<TiltMessage>("lab", "pi5", Tilt), received);
        Assert.Equal(1, received.Numbered?.Seq);
    }

    [Theory]
    [InlineData("tilt/x", "12.5", "-1", Rejection.Value, "angle_deg is -1")]
    [InlineData("tilt/y", "", "", Rejection.Value, "axis is not the topic's y")]
    [InlineData("tilt/z", "\"x\"", "\"z\"", Rejection.Value, "axis is none of x, y")]
    [InlineData("tilt/x", "\"seq\":1", "\"seq\":0", Rejection.Value, "seq is 0")]
    [InlineData("tilt/x", "\"schema\":1", "\"schema\":2", Rejection.Schema, "schema is 2")]
    [InlineData("tilt/x", ",\"angle_deg\":12.5", "", Rejection.Json, "angle_deg")]
    [InlineData("tilt", "", "", Rejection.Topic, "unknown topic")]
    public void ItsRulesAreChecked(string topic, string part, string replacement, Rejection expected, string says)
    {
        var text = Encoding.UTF8.GetString(TiltMessage.Kind.Encode(Tilt));
        var payload = Encoding.UTF8.GetBytes(part.Length == 0 ? text : text.Replace(part, replacement, StringComparison.Ordinal));
        Assert.False(Catalogue.TryRead($"edgeinfer/lab/pi5/{topic}", payload, out _, out var rejected));
        Assert.Equal(expected, rejected.Reason);
        Assert.Contains(says, rejected.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void ItIsDescribed()
    {
        var document = AsyncApiDocument.Of(Catalogue);
        Assert.Equal("edgeinfer/{site}/{device}/tilt/{axis}", (string?)document["channels"]!["tilt"]!["address"]);
        var mqtt = document["operations"]!["publishTilt"]!["bindings"]!["mqtt"]!;
        Assert.Equal((1, true), ((int)mqtt["qos"]!, (bool)mqtt["retain"]!));
        var message = document["components"]!["messages"]!["tilt"]!;
        Assert.Equal("How far the device leans.", (string?)message["summary"]);
        var payload = message["payload"]!;
        Assert.Equal(
            """{"type":"string","enum":["x","y"],"description":"Axis that it turns about."}""",
            payload["properties"]!["axis"]!.ToJsonString());
        Assert.Equal(
            """{"type":"number","format":"float","minimum":0,"description":"Angle from the upright.","x-unit":"deg"}""",
            payload["properties"]!["angle_deg"]!.ToJsonString());
        Assert.Equal("s", (string?)payload["properties"]!["since_s"]!["x-unit"]);
        Assert.Equal(
            ["schema", "ts", "ts_synced", "mono_ms", "boot", "seq", "axis", "angle_deg"],
            payload["required"]!.AsArray().Select(field => (string?)field));
        Assert.StartsWith(
            "Axis that it turns about.", (string?)document["components"]!["parameters"]!["axis"]!["description"], StringComparison.Ordinal);
    }
}
