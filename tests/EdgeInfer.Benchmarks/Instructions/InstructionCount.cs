using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support.Emulation;

namespace EdgeInfer.Benchmarks.Instructions;

/// <summary>Guest instructions of a call: of many calls less those of a few, so that starting up cancels out.</summary>
/// <param name="plugin"><c>count.c</c>, compiled.</param>
/// <param name="probe">The arm64 executable.</param>
/// <param name="calls">The many, less the few.</param>
internal sealed partial class InstructionCount(string plugin, string probe, int calls)
{
    public const string Emulator = "qemu-aarch64";
    private const int Few = 100;

    public long ACall(GuestProcessor processor, string root, string engine, string model, string rows) =>
        (Run(processor.Name, root, engine, model, rows, $"{Few + calls}")
            - Run(processor.Name, root, engine, model, rows, $"{Few}")) / calls;

    private long Run(string cpu, string root, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            Emulator, ["-cpu", cpu, "-plugin", plugin, "-L", root, probe, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var lines = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var count = Count().Match(lines);
        if (process.ExitCode != 0 || !count.Success)
            throw new InvalidInputException(plugin, $"no count from {string.Join(' ', start.ArgumentList)}: {lines}");
        return long.Parse(count.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^instructions ([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex Count();
}
