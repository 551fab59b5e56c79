using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>A program that publishes as <c>outbox publish</c> does, and prints the same line.</summary>
/// <param name="First">Arguments before those of a run.</param>
internal sealed partial record PublisherProcess(string Program, params IReadOnlyList<string> First)
{
    public static PublisherProcess Ours => new(Environment.ProcessPath!, "outbox", "publish");

    /// <exception cref="InvalidInputException">It printed something else.</exception>
    public async Task<PublisherRun> RunAsync(int port, double rate, int messages, string? state)
    {
        var start = new ProcessStartInfo(
            Program,
            [
                .. First,
                port.ToString(CultureInfo.InvariantCulture),
                rate.ToString(CultureInfo.InvariantCulture),
                messages.ToString(CultureInfo.InvariantCulture),
                .. state is null ? Array.Empty<string>() : [state],
            ])
        {
            RedirectStandardOutput = true,
        };
        // Steady state from the first message on: nothing is compiled a second time.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        var line = Line().Match(text);
        return line.Success
            ? new PublisherRun(Number(line.Groups[1]), Number(line.Groups[2]))
            : throw new InvalidInputException(Program, $"printed '{text.Trim()}', not CPU time and seconds");
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([0-9.]+) us CPU a message, ([0-9.]+) s")]
    private static partial Regex Line();
}
