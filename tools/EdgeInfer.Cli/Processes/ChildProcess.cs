using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EdgeInfer.Cli.Processes;

/// <summary>A started sibling; asked to end, and ended, when disposed.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it with this process's terminal.</summary>
    public static ChildProcess Start(Sibling sibling, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Sibling.Dotnet) { UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(sibling.Path);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end and returns its exit code; ends it when <paramref name="stop"/> is requested.</summary>
    public static async Task<int> RunAsync(Sibling sibling, IEnumerable<string> arguments, CancellationToken stop)
    {
        await using var child = Start(sibling, arguments);
        await child.WaitAsync(stop).ConfigureAwait(false);
        return child.ExitCode;
    }

    public Task WaitAsync(CancellationToken stop) => _process.WaitForExitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _ = Kill(_process.Id, Terminate);
            using var patience = new CancellationTokenSource(TimeToEnd);
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
