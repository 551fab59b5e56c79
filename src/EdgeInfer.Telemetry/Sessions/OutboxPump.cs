using EdgeInfer.Telemetry.Outboxes;

namespace EdgeInfer.Telemetry.Sessions;

/// <summary>
/// The outbox's own thread. It looks every 20 ms for what has entered, because to be woken would cost a stream's thread a system
/// call a message, and because one write of many messages costs as much as one of a single message.
/// </summary>
internal sealed class OutboxPump : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly Outbox _outbox;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread _thread;

    public OutboxPump(Outbox outbox)
    {
        _outbox = outbox;
        _thread = new Thread(Run) { IsBackground = true, Name = "outbox" };
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        _end.Dispose();
    }

    private void Run()
    {
        while (!_end.Wait(Interval))
            _outbox.Tick();
    }
}
