using System.Text;
using System.Text.Json;
using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Commands.Nonces;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Telemetry.Verbs.Identify;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Commands;

/// <summary>What a device refuses, and why.</summary>
public sealed class CommandGateTests : IDisposable
{
    private const long Now = 1_790_000_000_000;
    private const long InAMinute = Now + 60_000;
    private const long Day = 24 * 3_600_000;

    private static readonly DeviceTopics Device = new("lab", "pi5");

    private readonly TemporaryFolder _folder = new();
    private readonly NonceStore _nonces = NonceStore.Open(null, _ => { });
    private CommandOptions _options = new() { Now = () => Clock(synced: true) };

    public void Dispose()
    {
        _nonces.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void AGoodCommandIsAdmittedUnderItsNonce()
    {
        Assert.True(Gate().TryAdmit(Command(Good), out var command, out _));
        Assert.Equal(("identify", "nonce-01", InAMinute), (command.Verb, command.Entry.Nonce, command.Entry.ExpiresMs));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"schema":1,"nonce":"nonce-01"}""")]
    [InlineData("""{"schema":1,"nonce":"nonce-01","nonce":"nonce-02","expires_ms":1790000060000}""")]
    [InlineData("""{"schema":1,"nonce":"short","expires_ms":1790000060000}""")]
    [InlineData("""{"schema":1,"nonce":"nonce 01 with a space","expires_ms":1790000060000}""")]
    [InlineData("""{"schema":2,"nonce":"nonce-01","expires_ms":1790000060000}""")]
    [InlineData("""{"schema":1,"nonce":"nonce-01","expires_ms":-1}""")]
    [InlineData("""{"schema":1,"nonce":"nonce-01","expires_ms":1e99}""")]
    [InlineData("""{"schema":1,"nonce":"nonce-01","expires_ms":1790000060000,"mac":"00"}""")]
    [InlineData("""{"schema":1,"nonce":"nonce-01","expires_ms":1790000060000,"args":[[[[[[]]]]]]}""")]
    public void WhatIsNoCommandIsRefused(string payload) => AssertRefused(CommandRefusal.Json, Command(payload));

    [Fact]
    public void BytesThatAreNoTextAreRefused() => AssertRefused(
        CommandRefusal.Json,
        Command(Good) with { Payload = (byte[])[.. Encoding.UTF8.GetBytes("""{"schema":1,"nonce":"no"""), 0xFF, (byte)'"', (byte)'}'] });

    [Theory]
    [InlineData("edgeinfer/lab/pi4/cmd/identify")]
    [InlineData("edgeinfer/lab/pi5/cmd/identify/now")]
    [InlineData("edgeinfer/lab/pi5/telemetry")]
    [InlineData("identify")]
    [InlineData("edgeinfer/lab/pi5/cmd/")]
    public void ACommandForAnotherDeviceIsRefused(string topic) =>
        AssertRefused(CommandRefusal.Device, Command(Good) with { Topic = topic });

    [Fact]
    public void ARetainedCommandIsRefused() => AssertRefused(CommandRefusal.Retained, Command(Good) with { Retained = true });

    [Fact]
    public void ACommandPastTheLimitIsRefusedUnread() => AssertRefused(
        CommandRefusal.Size, Command(Good) with { Payload = new byte[CommandLimits.MaxPayloadBytes + 1] });

    [Fact]
    public void AnUnknownVerbIsRefusedAndTheKnownOnesAreNamed() => Assert.Equal(
        "this device knows identify",
        AssertRefused(CommandRefusal.Verb, Command(Good) with { Topic = "edgeinfer/lab/pi5/cmd/reboot" }).Detail);

    [Fact]
    public void AnExpiredCommandIsRefused() => Assert.Equal(
        "its time ended 60.0 s ago by this device's clock",
        AssertRefused(CommandRefusal.Expired, Command(Payload("nonce-01", Now - 60_000))).Detail);

    [Fact]
    public void ACommandThatNeverExpiresIsRefused() =>
        AssertRefused(CommandRefusal.Lifetime, Command(Payload("nonce-01", Now + 2 * Day)));

    [Fact]
    public void AClockThatIsNotSetJudgesNoExpiry()
    {
        _options = _options with { Now = () => Clock(synced: false) };
        Assert.True(Gate().TryAdmit(Command(Payload("nonce-01", Now - 10 * 365 * Day)), out _, out _));
        Assert.True(Gate().TryAdmit(Command(Payload("nonce-02", Now + 10 * 365 * Day)), out _, out _));
    }

    [Fact]
    public void ACommandOlderThanAForgottenOneIsRefusedWhateverTheClockSays()
    {
        _options = _options with { Now = () => Clock(synced: false) };
        _nonces.Begin(new NonceEntry("nonce-00", InAMinute, 0));
        _nonces.ForgetExpired(InAMinute + 1);
        AssertRefused(CommandRefusal.Expired, Command(Payload("nonce-01", InAMinute)));
        Assert.True(Gate().TryAdmit(Command(Payload("nonce-02", InAMinute + 1)), out _, out _));
    }

    [Fact]
    public void ASecondCommandUnderANonceIsRefused()
    {
        Begin(Good);
        AssertRefused(CommandRefusal.Nonce, Command(Payload("nonce-01", InAMinute + 1)));
        AssertRefused(CommandRefusal.Nonce, Command(Payload("nonce-01", InAMinute, "{}")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheSameCommandAgainIsAnsweredWithHowItEnded(bool done)
    {
        Begin(Good);
        _nonces.End("nonce-01", done ? CommandStatus.Done : CommandStatus.Failed);
        Assert.False(Gate().TryAdmit(Command(Good), out _, out var outcome));
        Assert.Equal((true, done ? CommandStatus.Done : CommandStatus.Failed), (outcome.Repeated, outcome.Status));
    }

    [Fact]
    public void TheSameCommandAfterItsTimeIsAnsweredWithHowItEndedToo()
    {
        Begin(Payload("nonce-01", Now - 1));
        _nonces.End("nonce-01", CommandStatus.Done);
        Assert.False(Gate().TryAdmit(Command(Payload("nonce-01", Now - 1)), out _, out var outcome));
        Assert.True(outcome.Repeated);
    }

    [Fact]
    public void ACommandThatTheEndOfTheDeviceCutShortIsNotRunAgain()
    {
        Begin(Good);
        Assert.False(Gate().TryAdmit(Command(Good), out _, out var outcome));
        Assert.Equal(
            (CommandStatus.Failed, "the device ended while the command ran; nobody knows how far it came"),
            (outcome.Status, outcome.Detail));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    public void ArgsThatTheVerbCannotReadAreRefused(string args) =>
        AssertRefused(CommandRefusal.Args, Command(Payload("nonce-01", InAMinute, args)));

    [Fact]
    public void WithAKeyOnlyItsCommandsAreAdmitted()
    {
        var key = Key("right.key", 1);
        _options = _options with { Key = key };
        AssertRefused(CommandRefusal.Mac, Command(Good));
        AssertRefused(CommandRefusal.Mac, Command(Signed(Key("wrong.key", 2), Device, "identify")));
        AssertRefused(CommandRefusal.Mac, Command(Signed(key, new DeviceTopics("lab", "pi4"), "identify")));
        AssertRefused(CommandRefusal.Mac, Command(Signed(key, Device, "reboot")));
        var changed = Signed(key, Device, "identify").Replace("{\"a\":1}", "{\"a\":2}", StringComparison.Ordinal);
        AssertRefused(CommandRefusal.Mac, Command(changed));
        Assert.True(Gate().TryAdmit(Command(Signed(key, Device, "identify")), out _, out _));
    }

    [Fact]
    public void WithoutTheRightMacNobodyLearnsWhichNoncesOrVerbsThereAre()
    {
        Begin(Good);
        _options = _options with { Key = Key("right.key", 1) };
        AssertRefused(CommandRefusal.Mac, Command(Good));
        AssertRefused(CommandRefusal.Mac, Command(Good) with { Topic = "edgeinfer/lab/pi5/cmd/reboot" });
    }

    private static string Good => Payload("nonce-01", InAMinute);

    private static string Payload(string nonce, long expiresMs, string? args = null) => args is null
        ? FormattableString.Invariant($$"""{"schema":1,"nonce":"{{nonce}}","expires_ms":{{expiresMs}}}""")
        : FormattableString.Invariant($$"""{"schema":1,"nonce":"{{nonce}}","expires_ms":{{expiresMs}},"args":{{args}}}""");

    private static IncomingMessage Command(string payload) =>
        new("edgeinfer/lab/pi5/cmd/identify", Encoding.UTF8.GetBytes(payload), Retained: false);

    private static string Signed(CommandKey key, DeviceTopics device, string verb) => Encoding.UTF8.GetString(
        CommandPayloads.Write(new CommandRequest
        {
            Schema = 1,
            Nonce = "nonce-01",
            ExpiresMs = InAMinute,
            Mac = CommandMac.Of(key, device, verb, "nonce-01", InAMinute, """{"a":1}"""u8),
            Args = JsonDocument.Parse("""{"a":1}""").RootElement,
        }));

    private CommandKey Key(string name, byte first) =>
        CommandKey.Read(KeyFile.Write(_folder.File(name), [first, .. new byte[31]]));

    private CommandGate Gate() => new(
        Device,
        _options,
        Handlers(),
        _nonces);

    private void Begin(string payload)
    {
        Assert.True(new CommandGate(Device, new CommandOptions { Now = () => Clock(synced: false) }, Handlers(), _nonces)
            .TryAdmit(Command(payload), out var command, out _));
        _nonces.Begin(command.Entry);
    }

    private static Dictionary<string, CommandHandler> Handlers() => new()
    {
        ["identify"] = IdentifyVerb.Verb.Handled((_, _) => throw new InvalidOperationException("a gate runs nothing")),
    };

    private CommandOutcome AssertRefused(CommandRefusal reason, IncomingMessage message)
    {
        Assert.False(Gate().TryAdmit(message, out _, out var outcome));
        Assert.Equal((CommandStatus.Refused, reason), (outcome.Status, outcome.Reason!.Value));
        Assert.False(string.IsNullOrEmpty(outcome.Detail));
        return outcome;
    }

    private static StampedTime Clock(bool synced) => new(Now, synced, MonoMs: 1_000);
}
