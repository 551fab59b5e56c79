using System.Net;
using System.Net.Sockets;
using EdgeInfer.Telemetry.Links;

namespace EdgeInfer.Telemetry.Tests.Links;

/// <summary>A broker that hears nothing for one and a half periods ends the connection; MQTTnet would let some end.</summary>
public sealed class KeepAliveTests
{
    /// <summary>CONNACK of MQTT 5, success, with the property Server Keep Alive (0x13).</summary>
    private static readonly byte[] Greeting = [0x20, 6, 0, 0, 3, 0x13, 0, 1];

    private static readonly byte[] Ping = [0xC0, 0];
    private static readonly byte[] Pong = [0xD0, 0];

    [Fact]
    public async Task ThePeriodThatTheBrokerAnnouncesIsKept()
    {
        await using var broker = new GreetingBroker(answers: true);
        using var link = await OpenAsync(broker.Port, new LinkTiming());
        await broker.Pinged.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.False(link.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task APingWithoutAnswerEndsTheLink()
    {
        await using var broker = new GreetingBroker(answers: false);
        using var link = await OpenAsync(broker.Port, new LinkTiming { Answer = TimeSpan.FromMilliseconds(500) });
        await Eventually(link.Lost);
        Assert.Equal("no answer from the broker", (await link.LossAsync(TestContext.Current.CancellationToken)).Reason);
    }

    private static Task<BrokerLink> OpenAsync(int port, LinkTiming timing) => new LinkSeries(
        new LinkOptions { Host = "127.0.0.1", Port = port, ClientId = "quiet", Timing = timing },
        _ => Task.CompletedTask,
        TimeProvider.System).OpenAsync(TestContext.Current.CancellationToken);

    private static Task Eventually(CancellationToken lost) =>
        EdgeInfer.Tests.Support.Eventually.True(() => lost.IsCancellationRequested, "the link is given up");

    /// <summary>Announces a period of one second.</summary>
    private sealed class GreetingBroker : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource _pinged = new();
        private readonly Task _serving;

        public GreetingBroker(bool answers)
        {
            _listener.Start();
            _serving = ServeAsync(answers);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task Pinged => _pinged.Task;

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            // The client may have gone without a farewell.
            await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private async Task ServeAsync(bool answers)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var bytes = new byte[1_024];
            await stream.ReadAtLeastAsync(bytes, 1);
            await stream.WriteAsync(Greeting);
            while (await stream.ReadAsync(bytes) is var length and > 0)
            {
                if (!bytes.AsSpan(0, length).SequenceEqual(Ping))
                    continue;
                _pinged.TrySetResult();
                if (answers)
                    await stream.WriteAsync(Pong);
            }
        }
    }
}
