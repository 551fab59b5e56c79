using System.Runtime.InteropServices;

namespace EdgeInfer.Cli.Processes;

/// <summary>A sibling in the foreground, in this process's place.</summary>
internal static class ForwardedRun
{
    /// <summary>Runs it to its end; a signal to this process ends both.</summary>
    public static async Task<int> RunAsync(Sibling sibling, IEnumerable<string> arguments)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await ChildProcess.RunAsync(sibling, arguments, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
