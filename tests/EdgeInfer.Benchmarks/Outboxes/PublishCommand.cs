using System.CommandLine;
using System.Diagnostics;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The verb <c>outbox publish</c>: one process of <c>outbox pairs</c>.</summary>
internal static class PublishCommand
{
    /// <summary>Messages before those that count.</summary>
    private const int WarmUp = 3_000;

    public static Command Create()
    {
        var port = new Argument<int>("PORT") { Description = "of a broker on this machine" };
        var rate = new Argument<double>("RATE") { Description = "messages a second; 0 for as fast as it goes" };
        var messages = new Argument<int>("MESSAGES") { Description = "how many count" };
        var state = new Argument<string?>("STATE") { Description = "folder of the outbox", DefaultValueFactory = _ => null };
        var command = new Command("publish", "Publishes, and prints CPU time a message and seconds") { port, rate, messages, state };
        command.SetAction((arguments, _) => RunAsync(
            arguments.GetValue(port), arguments.GetValue(rate), arguments.GetValue(messages), arguments.GetValue(state)));
        return command;
    }

    private static async Task RunAsync(int port, double rate, int messages, string? state)
    {
        await using var device = await SampleSession.OpenAsync(port, state).ConfigureAwait(false);
        Pace.Run(0, WarmUp, device.Publish);
        await device.DeliveredAsync(WarmUp).ConfigureAwait(false);
        var (before, start) = (Environment.CpuUsage, Stopwatch.GetTimestamp());
        Pace.Run(rate, messages, device.Publish);
        await device.DeliveredAsync(WarmUp + messages).ConfigureAwait(false);
        var (after, elapsed) = (Environment.CpuUsage, Stopwatch.GetElapsedTime(start));
        Console.WriteLine(Invariant(
            $"{(after.TotalTime - before.TotalTime).TotalMicroseconds / messages:0.00} us CPU a message, {elapsed.TotalSeconds:0.000} s"));
    }
}
