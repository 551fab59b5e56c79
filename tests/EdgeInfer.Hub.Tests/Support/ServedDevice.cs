using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Telemetry.Verbs.Identify;

namespace EdgeInfer.Hub.Tests.Support;

/// <summary>The device 'lab/pi5', which takes commands.</summary>
internal sealed class ServedDevice(MqttSession session, CommandChannel channel) : IAsyncDisposable
{
    public static DeviceTopics Topics { get; } = new("lab", "pi5");

    public MqttSession Session => session;

    public static async Task<ServedDevice> StartAsync(int port, CommandKey? key = null, bool fails = false)
    {
        var session = await MqttSession.ConnectAsync(
            new SessionOptions { Host = "127.0.0.1", Port = port, Topics = Topics, Now = static () => default },
            TimeProvider.System,
            TestContext.Current.CancellationToken);
        return new ServedDevice(session, await CommandChannel.OpenAsync(
            session,
            new CommandOptions { Now = Now, Key = key },
            [IdentifyVerb.Verb.Handled((_, _) => fails ? throw new InvalidOperationException("no lamp") : ValueTask.FromResult(Result))],
            TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        channel.Dispose();
    }

    private static IdentifyResult Result { get; } =
        new() { Device = "lab/pi5", Version = "1.0.0", Machine = "a board", UptimeS = 1.5, Models = ["one"] };

    private static StampedTime Now() =>
        new(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Synced: true, Environment.TickCount64);
}
