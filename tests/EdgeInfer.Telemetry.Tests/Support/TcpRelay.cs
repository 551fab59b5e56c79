using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>A cable between device and broker that can be cut, or made to lose what the broker answers.</summary>
internal sealed class TcpRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly int _target;
    private readonly Task _accepting;
    private volatile bool _swallowAnswers;
    private volatile bool _cut;

    public TcpRelay(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public void SwallowAnswers(bool swallow) => _swallowAnswers = swallow;

    /// <summary>Ends all connections; with <paramref name="forGood"/> new ones end at once too.</summary>
    public void Cut(bool forGood = false)
    {
        _cut = forGood;
        while (_sockets.TryTake(out var socket))
            socket.Dispose();
    }

    public void Dispose()
    {
        _listener.Dispose();
        Cut(forGood: true);
        _accepting.Wait(CancellationToken.None);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var device = await _listener.AcceptSocketAsync();
                var broker = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                _sockets.Add(device);
                _sockets.Add(broker);
                if (_cut)
                {
                    Cut(forGood: true);
                    continue;
                }

                await broker.ConnectAsync(IPAddress.Loopback, _target);
                _ = PumpAsync(device, broker, isAnswer: false);
                _ = PumpAsync(broker, device, isAnswer: true);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            Cut(forGood: true);
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isAnswer)
    {
        var buffer = new byte[4_096];
        try
        {
            for (int count; (count = await from.ReceiveAsync(buffer.AsMemory())) > 0;)
            {
                if (!(isAnswer && _swallowAnswers))
                    await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            from.Dispose();
        }

        to.Dispose();
    }
}
