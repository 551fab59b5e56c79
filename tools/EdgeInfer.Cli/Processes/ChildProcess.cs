using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using EdgeInfer.Hosting;
using EdgeInfer.Recordings.Ledger;

namespace EdgeInfer.Cli.Processes;

/// <summary>A started sibling; asked to end, and ended, when disposed. It ends by itself where this process is killed.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly AnonymousPipeServerStream _life;

    private ChildProcess(Process process, AnonymousPipeServerStream life) => (_process, _life) = (process, life);

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it, with this process's terminal where no <paramref name="lines"/> are given.</summary>
    /// <param name="sibling">What is started.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="lines">Hear what it prints, from threads of the pool.</param>
    public static ChildProcess Start(Sibling sibling, IEnumerable<string> arguments, ChildLines? lines = null)
    {
        var start = new ProcessStartInfo(Sibling.Dotnet)
        {
            UseShellExecute = false, RedirectStandardOutput = lines is not null, RedirectStandardError = lines is not null,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(sibling.Path);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var life = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        start.Environment[ParentLife.Variable] = life.GetClientHandleAsString();
        start.Environment[OpeningRun.Variable] = OpeningRun.OfProcess.Id;
        var process = Process.Start(start)!;
        life.DisposeLocalCopyOfClientHandle();
        lines?.Follow(process);
        return new ChildProcess(process, life);
    }

    /// <summary>Runs it to its end and returns its exit code; ends it when <paramref name="stop"/> is requested.</summary>
    public static async Task<int> RunAsync(
        Sibling sibling, IEnumerable<string> arguments, CancellationToken stop, ChildLines? lines = null)
    {
        await using var child = Start(sibling, arguments, lines);
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
        await _life.DisposeAsync().ConfigureAwait(false);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
