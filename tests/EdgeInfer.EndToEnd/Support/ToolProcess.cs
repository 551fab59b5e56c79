using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EdgeInfer.EndToEnd.Support;

/// <summary>A process as a user starts it: in a folder of its own, leader of a process group like a shell's job.</summary>
internal sealed partial class ToolProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private const int Kill = 9;

    /// <summary>Only guards against hanging; nothing here is expected to come near it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private readonly CancellationTokenSource _patience;

    private ToolProcess(Process process, TimeSpan patience)
    {
        _process = process;
        _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _patience.CancelAfter(patience);
        Gather(_output, receive => process.OutputDataReceived += receive);
        Gather(_errors, receive => process.ErrorDataReceived += receive);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <param name="patience">For a process that is meant to run longer than any other here.</param>
    public static ToolProcess Start(string folder, IEnumerable<string> command, TimeSpan? patience = null)
    {
        // A shell that runs us in the background makes children ignore SIGINT; a user's terminal does not.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "setsid", .. command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Some libraries colour what build servers collect.
            Environment = { ["GITHUB_ACTIONS"] = "true", ["TERM"] = "xterm-256color" },
        };
        return new ToolProcess(Process.Start(start)!, patience ?? Patience);
    }

    /// <summary>Runs <c>edgeinfer</c> to its end.</summary>
    public static async Task<ToolResult> EdgeInferAsync(string folder, params string[] arguments)
    {
        await using var process = StartEdgeInfer(folder, arguments);
        return await process.EndAsync();
    }

    public static ToolProcess StartEdgeInfer(string folder, params string[] arguments) =>
        Start(folder, [.. Executables.CommandLine, .. arguments]);

    /// <summary>Waits for a line on standard output that holds <paramref name="part"/>, and returns it.</summary>
    public async Task<string> LineAsync(string part)
    {
        while (true)
        {
            var ended = _process.HasExited;
            if (Lines(_output).FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } found)
                return found;
            if (ended)
                Assert.Fail($"'{part}' was never printed: {await EndAsync()}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), _patience.Token);
        }
    }

    public async Task<ToolResult> EndAsync()
    {
        await _process.WaitForExitAsync(_patience.Token);
        return new ToolResult(_process.ExitCode, Lines(_output), Lines(_errors));
    }

    /// <summary>As <c>kill -INT</c> does: to this process alone.</summary>
    public void InterruptAlone() => Assert.Equal(0, Signal(_process.Id, Interrupt));

    /// <summary>As Ctrl-C on a terminal does: to every process of the group.</summary>
    public void InterruptGroup() => Assert.Equal(0, Signal(-_process.Id, Interrupt));

    /// <summary>As <c>kill -KILL</c> or the kernel short of memory does: to this process alone, which can do nothing about it.</summary>
    public void KillAlone() => Assert.Equal(0, Signal(_process.Id, Kill));

    public async ValueTask DisposeAsync()
    {
        // Ends what a failed test left; returns an error where nothing is left, as it should be.
        _ = Signal(-_process.Id, Kill);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _patience.Dispose();
    }

    private static void Gather(List<string> lines, Action<DataReceivedEventHandler> subscribe) => subscribe((_, received) =>
    {
        if (received.Data is not { } line)
            return;
        lock (lines)
            lines.Add(line);
    });

    private static List<string> Lines(List<string> lines)
    {
        lock (lines)
            return [.. lines];
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
