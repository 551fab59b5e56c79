using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Telemetry.Verbs.Identify;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.Telemetry.Tests.Commands;

/// <summary>Commands through a real broker.</summary>
public sealed class CommandChannelTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Mosquitto _broker = Mosquitto.OrSkip();
    private readonly ConcurrentQueue<string> _notices = [];
    private int _runs;

    public async ValueTask InitializeAsync() => await _broker.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ACommandRunsOnceAndItsAnswerSaysSo()
    {
        using var sender = await Sender.ConnectAsync(_broker.Port);
        await using var device = await StartAsync();

        await sender.SendAsync("identify", Command("nonce-01"));
        await sender.SendAsync("identify", Command("nonce-01"));
        await Eventually.True(() => sender.Answers.Count == 2, "both answers");

        var (first, second) = (sender.Answers.ElementAt(0), sender.Answers.ElementAt(1));
        Assert.Equal(("done", "nonce-01", "identify"), (Text(first, "status"), Text(first, "nonce"), Text(first, "verb")));
        Assert.Equal("lab/pi5", Text(first.GetProperty("result"), "device"));
        Assert.Equal(device.Session.Boot, Text(first, "boot"));
        Assert.Equal(("done", true), (Text(second, "status"), second.GetProperty("repeated").GetBoolean()));
        Assert.Equal((1, 1L, 1L, 0L), (_runs, device.Counts.Done, device.Counts.Repeated, device.Counts.Refused));
    }

    [Fact]
    public async Task ARestartedDeviceDoesNotRunACommandAgain()
    {
        using var sender = await Sender.ConnectAsync(_broker.Port);
        await using (await StartAsync())
        {
            await sender.SendAsync("identify", Command("nonce-01"));
            await Eventually.True(() => sender.Answers.Count == 1, "the answer");
        }

        await using var device = await StartAsync();
        await sender.SendAsync("identify", Command("nonce-01"));
        await Eventually.True(() => sender.Answers.Count == 2, "the answer after the restart");

        Assert.True(sender.Answers.Last().GetProperty("repeated").GetBoolean());
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task AVerbThatThrowsIsAnsweredAsFailedAndTheNextCommandRuns()
    {
        using var sender = await Sender.ConnectAsync(_broker.Port);
        await using var device = await StartAsync(_ => throw new InvalidOperationException("the lamp\nis broken"));

        await sender.SendAsync("identify", Command("nonce-01"));
        await sender.SendAsync("identify", Command("nonce-02"));
        await Eventually.True(() => sender.Answers.Count == 2, "both answers");

        Assert.All(sender.Answers, answer => Assert.Equal("the lamp is broken", Text(answer, "detail")));
        Assert.Equal((2L, 0L), (device.Counts.Failed, device.Session.ReceiveFailures));
        Assert.Contains("the command identify failed: the lamp is broken", _notices);
    }

    [Fact]
    public async Task AFloodOfNonsenseIsCountedToldInOneLineAndStopsNothing()
    {
        const int Bad = 1_200;
        using var sender = await Sender.ConnectAsync(_broker.Port);
        await using var device = await StartAsync();

        for (var i = 0; i < Bad; i++)
            await sender.SendAsync("identify", [(byte)'{', (byte)i]);
        await sender.SendAsync("identify", Command("nonce-01"));
        await Eventually.True(() => sender.Answers.Count == Bad + 1, "all answers");

        Assert.Equal("done", Text(sender.Answers.Last(), "status"));
        Assert.Equal(((long)Bad, 1L), (device.Counts.Of(CommandRefusal.Json), device.Counts.Done));
        Assert.InRange(_notices.Count(notice => notice.StartsWith("refused", StringComparison.Ordinal)), 1, 10);
    }

    [Fact]
    public async Task ARetainedCommandIsRefusedWheneverTheBrokerBringsIt()
    {
        using var sender = await Sender.ConnectAsync(_broker.Port);
        await sender.SendAsync("identify", Command("nonce-01"), retain: true);
        await using var device = await StartAsync();
        await Eventually.True(() => sender.Answers.Count == 1, "the answer");

        Assert.Equal(("refused", "retained"), (Text(sender.Answers.Single(), "status"), Text(sender.Answers.Single(), "reason")));
        Assert.Equal(0, _runs);
    }

    [Fact]
    public async Task AForgedRequestMakesTheDeviceOverwriteNoState()
    {
        using var subscriber = await Subscriber.ConnectAsync(_broker.Port);
        using var sender = await Sender.ConnectAsync(_broker.Port);
        await using var device = await StartAsync();

        await sender.SendAsync("identify", Command("nonce-01"), responseTopic: "edgeinfer/lab/pi5/availability");
        await sender.SendAsync("identify", Command("nonce-02"));
        await Eventually.True(() => sender.Answers.Count == 1, "the second answer");

        Assert.Equal(2, _runs);
        Assert.Equal(["online"], subscriber.Heard.Where(heard => heard.Topic.EndsWith("/availability", StringComparison.Ordinal))
            .Select(heard => heard.Payload).Distinct());
    }

    [Fact]
    public async Task ACommandThatCannotBeWrittenDownDoesNotRun()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        File.CreateSymbolicLink(_folder.File("nonces"), "/dev/full");
        using var sender = await Sender.ConnectAsync(_broker.Port);
        await using var device = await StartAsync();

        await sender.SendAsync("identify", Command("nonce-01"));
        await Eventually.True(() => sender.Answers.Count == 1, "the answer");

        Assert.Equal("store", Text(sender.Answers.Single(), "reason"));
        Assert.Equal(0, _runs);
    }

    [Fact]
    public async Task MosquittosOwnProgramSendsACommandAndPrintsTheAnswer()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mosquitto_rr"), "needs mosquitto_rr (Debian: apt-get install mosquitto-clients)");
        await using var device = await StartAsync();
        string[] arguments =
        [
            "-p", _broker.Port.ToString(CultureInfo.InvariantCulture), "-V", "5", "-q", "1", "-W", "20",
            "-t", "edgeinfer/lab/pi5/cmd/identify", "-e", "operator/answers", "-m", Encoding.UTF8.GetString(Command("nonce-01")),
        ];
        using var program = Process.Start(new ProcessStartInfo("/usr/bin/mosquitto_rr", arguments) { RedirectStandardOutput = true })!;
        var printed = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("done", Text(JsonDocument.Parse(printed).RootElement, "status"));
    }

    private static byte[] Command(string nonce) => Encoding.UTF8.GetBytes(FormattableString.Invariant(
        $$"""{"schema":1,"nonce":"{{nonce}}","expires_ms":{{Expiry.ToUnixTimeMilliseconds()}}}"""));

    private static readonly DateTimeOffset Expiry = DateTimeOffset.UtcNow.AddHours(1);

    private static string? Text(JsonElement json, string field) => json.GetProperty(field).GetString();

    private Task<RunningDevice> StartAsync(Func<IdentifyArguments, IdentifyResult>? identify = null) => RunningDevice.StartAsync(
        new SessionOptions { Host = "127.0.0.1", Port = _broker.Port, Topics = new DeviceTopics("lab", "pi5"), Now = static () => default },
        new CommandOptions { Now = Now, Folder = _folder.Path, Notice = _notices.Enqueue },
        [IdentifyVerb.Verb.Handled((arguments, _) => ValueTask.FromResult((identify ?? Identify)(arguments)))]);

    private static StampedTime Now() =>
        new(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Synced: true, Environment.TickCount64);

    private IdentifyResult Identify(IdentifyArguments arguments)
    {
        Interlocked.Increment(ref _runs);
        return new IdentifyResult { Device = "lab/pi5", Version = "1.0.0", Machine = "a board", UptimeS = 1.5, Models = ["one"] };
    }

    private sealed class RunningDevice(MqttSession session, CommandChannel channel) : IAsyncDisposable
    {
        public MqttSession Session => session;

        public CommandCounts Counts => channel.Counts;

        public static async Task<RunningDevice> StartAsync(
            SessionOptions options, CommandOptions commands, IReadOnlyList<CommandHandler> handlers)
        {
            var session = await MqttSession.ConnectAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
            try
            {
                return new RunningDevice(session, await CommandChannel.OpenAsync(
                    session, commands, handlers, TestContext.Current.CancellationToken));
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await session.DisposeAsync();
            channel.Dispose();
        }
    }
}
