using System.Runtime.InteropServices;

namespace EdgeInfer.Runtime.Commands;

/// <summary>SIGINT and SIGTERM end the work in its own way: the device says goodbye before it goes.</summary>
internal static class StopSignals
{
    /// <summary>Returns 0 when the work has ended, by itself or because it was asked to.</summary>
    public static async Task<int> RunAsync(Func<CancellationToken, Task> work)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await work(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop before the first window; nothing is half done.
        }

        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
