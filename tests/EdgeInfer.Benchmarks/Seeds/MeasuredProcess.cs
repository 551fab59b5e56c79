using System.ComponentModel;
using System.Diagnostics;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>A process that has come to its end.</summary>
/// <param name="ExitCode">As it returned it.</param>
/// <param name="Output">Lines of its standard output.</param>
/// <param name="Errors">Lines of its standard error.</param>
/// <param name="Cost">What it took.</param>
internal sealed record MeasuredProcess(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors, ProcessCost Cost)
{
    private const double Mebibyte = 1 << 20;

    /// <summary>Both figures only grow while the process lives: at most its last moments are missed.</summary>
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromMilliseconds(20);

    /// <param name="program">Executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="line">Receives each line of its standard output as it comes, from another thread.</param>
    public static MeasuredProcess Run(string program, IEnumerable<string> arguments, Action<string> line)
    {
        List<string> output = [], errors = [];
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.OutputDataReceived += (_, received) => Keep(received.Data, output, line);
        process.ErrorDataReceived += (_, received) => Keep(received.Data, errors, _ => { });
        var start = Stopwatch.GetTimestamp();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var (cpu, peak) = (TimeSpan.Zero, 0L);
        do
            (cpu, peak) = Read(process, cpu, peak);
        while (!process.WaitForExit(BetweenReadings));
        var wall = Stopwatch.GetElapsedTime(start);
        // Until both pipes are empty, which the overload with a time does not wait for.
        process.WaitForExit();
        return new(process.ExitCode, output, errors, new(cpu.TotalSeconds, wall.TotalSeconds, peak / Mebibyte));
    }

    private static (TimeSpan Cpu, long Peak) Read(Process process, TimeSpan cpu, long peak)
    {
        try
        {
            process.Refresh();
            // A process that has ended but was not waited for has no memory any more.
            return (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception && process.HasExited)
        {
            return (cpu, peak);
        }
    }

    private static void Keep(string? received, List<string> lines, Action<string> line)
    {
        if (received is null)
            return;
        lines.Add(received);
        line(received);
    }
}
