using EdgeInfer.Cli.Tests.Support;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Telemetry.Verbs.Identify;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.Cli.Tests.Devices;

/// <summary><c>command</c> and <c>retire</c>, against a device behind a real broker.</summary>
public sealed class DeviceVerbsTests : IAsyncLifetime
{
    private readonly Mosquitto _broker = Mosquitto.OrSkip();

    private string[] Device => ["--broker", FormattableString.Invariant($"127.0.0.1:{_broker.Port}"), "--device", "pi5"];

    public async ValueTask InitializeAsync() => await _broker.StartAsync();

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    [Fact]
    public async Task TheAnswerIsPrintedAndTheExitCodeSaysHowItWent()
    {
        await using var session = await ConnectAsync();
        using var channel = await CommandChannel.OpenAsync(
            session,
            new CommandOptions { Now = () => new StampedTime(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Synced: true, MonoMs: 0) },
            [IdentifyVerb.Verb.Handled((_, _) => ValueTask.FromResult(new IdentifyResult
            {
                Device = "lab/pi5", Version = "1.0.0", Machine = "a board", UptimeS = 1.5, Models = ["one", "two"],
            }))],
            TestContext.Current.CancellationToken);

        var (code, lines) = Verb.Run(["command", "identify", .. Device]);

        Assert.Equal(0, code);
        string[] expected =
        [
            "lab/pi5: identify done", "  device: lab/pi5", "  version: 1.0.0", "  machine: a board", "  uptime_s: 1.5",
            "  models: one, two",
        ];
        Assert.Equal(expected, lines);
        (code, lines) = Verb.Run(["command", "reboot", .. Device]);
        Assert.Equal((3, "lab/pi5: reboot refused (verb): this device knows identify"), (code, lines[0]));
        (code, lines) = Verb.Run(["retire", .. Device]);
        Assert.Equal(UserError.ExitCode, code);
        Assert.StartsWith("edgeinfer/lab/pi5: is online, ", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeviceThatIsOfflineIsToldFromOneThatNobodyKnows()
    {
        string[] command = ["command", "identify", .. Device, "--timeout", "0.2"];
        var (code, lines) = Verb.Run(command);
        Assert.Equal((4, "lab/pi5: no answer to identify within 0.2 s; this broker knows no such device"), (code, lines[0]));
        await (await ConnectAsync()).DisposeAsync();
        (code, lines) = Verb.Run(command);
        Assert.Equal((4, "lab/pi5: no answer to identify within 0.2 s; the device is offline"), (code, lines[0]));

        (code, lines) = Verb.Run(["retire", .. Device]);
        Assert.Equal(0, code);
        Assert.Equal(["cleared edgeinfer/lab/pi5/availability", "edgeinfer/lab/pi5 is retired: 1 topics cleared"], lines);
        (code, lines) = Verb.Run(["retire", .. Device]);
        Assert.Equal(0, code);
        Assert.EndsWith(" keeps nothing of edgeinfer/lab/pi5", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--args", "[1]", "--args: is no JSON object, as in '{\"name\": 1}'")]
    [InlineData("--timeout", "0", "--timeout: '0' is no number of seconds above 0 and up to a day")]
    [InlineData("--timeout", "1,5", "--timeout: '1,5' is no number of seconds above 0 and up to a day")]
    public void AWrongOptionIsNamed(string option, string value, string message)
    {
        var (code, lines) = Verb.Run(["command", "identify", .. Device, option, value]);
        Assert.Equal((UserError.ExitCode, message), (code, lines[0]));
    }

    private Task<MqttSession> ConnectAsync() => MqttSession.ConnectAsync(
        new SessionOptions { Host = "127.0.0.1", Port = _broker.Port, Topics = new DeviceTopics("lab", "pi5"), Now = static () => default },
        TimeProvider.System,
        TestContext.Current.CancellationToken);
}
