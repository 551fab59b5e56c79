using System.Text.Json;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hub.Commands;
using EdgeInfer.Hub.Tests.Support;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.Hub.Tests.Commands;

public sealed class CommandSenderTests : IAsyncLifetime
{
    private readonly Mosquitto _broker = Mosquitto.OrSkip();
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync() => await _broker.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ACommandComesBackWithWhatTheDeviceSays()
    {
        await using var device = await ServedDevice.StartAsync(_broker.Port);

        var answer = await SendAsync(new CommandOrder("identify"));

        Assert.Equal((CommandStatus.Done, true), (answer.Reply!.Status, answer.Online));
        Assert.Equal("a board", answer.Reply.Result!.Value.GetProperty("machine").GetString());
        Assert.Equal(device.Session.Boot, answer.Reply.Boot);
    }

    [Fact]
    public async Task ACommandThatFailsSaysWhy()
    {
        await using var device = await ServedDevice.StartAsync(_broker.Port, fails: true);

        var answer = await SendAsync(new CommandOrder("identify"));

        Assert.Equal((CommandStatus.Failed, "no lamp"), (answer.Reply!.Status, answer.Reply.Detail));
    }

    [Fact]
    public async Task AnUnknownVerbIsRefusedByTheDevice()
    {
        await using var device = await ServedDevice.StartAsync(_broker.Port);

        var answer = await SendAsync(new CommandOrder("reboot"));

        Assert.Equal((CommandStatus.Refused, CommandRefusal.Verb), (answer.Reply!.Status, answer.Reply.Reason!.Value));
    }

    [Fact]
    public async Task ADeviceWithAKeyTakesSignedCommandsOnly()
    {
        var (right, wrong) = (Key("right.key", 1), Key("wrong.key", 2));
        await using var device = await ServedDevice.StartAsync(_broker.Port, right);

        var args = JsonDocument.Parse("""{ "lamp": [1, 2], "name": "\u00e4 \/ ü" }""").RootElement;
        Assert.Equal(CommandStatus.Done, (await SendAsync(new CommandOrder("identify") { Key = right, Args = args })).Reply!.Status);
        Assert.Equal(CommandRefusal.Mac, (await SendAsync(new CommandOrder("identify") { Key = wrong })).Reply!.Reason);
        Assert.Equal(CommandRefusal.Mac, (await SendAsync(new CommandOrder("identify"))).Reply!.Reason);
    }

    [Fact]
    public async Task WithoutAnAnswerItIsKnownWhetherTheDeviceIsThere()
    {
        var order = new CommandOrder("identify") { Timeout = TimeSpan.FromMilliseconds(200) };
        Assert.Equal(new CommandAnswer(null, null), await SendAsync(order));
        await (await ServedDevice.StartAsync(_broker.Port)).DisposeAsync();
        Assert.Equal(new CommandAnswer(null, Online: false), await SendAsync(order));
    }

    [Fact]
    public async Task ABrokerThatIsNotThereIsNamed()
    {
        var port = FreePort.Next();
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => SendAsync(new CommandOrder("identify"), port));
        Assert.StartsWith(FormattableString.Invariant($"127.0.0.1:{port}: "), error.Message, StringComparison.Ordinal);
    }

    private Task<CommandAnswer> SendAsync(CommandOrder order, int? port = null) => CommandSender.SendAsync(
        new BrokerAccess(new BrokerAddress("127.0.0.1", port ?? _broker.Port)),
        new DeviceTopics("lab", "pi5"),
        order,
        TimeProvider.System,
        TestContext.Current.CancellationToken);

    private CommandKey Key(string name, byte first)
    {
        var file = _folder.File(name);
        File.WriteAllBytes(file, [first, .. new byte[31]]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        return CommandKey.Read(file);
    }
}
