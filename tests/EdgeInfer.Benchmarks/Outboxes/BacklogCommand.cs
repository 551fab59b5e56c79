using System.CommandLine;
using System.Diagnostics;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The verb <c>outbox backlog</c>: messages of an outage of half an hour, once the broker is back.</summary>
internal static class BacklogCommand
{
    private const int Messages = 90_000;

    public static Command Create()
    {
        var earlier = new Option<FileInfo?>("--earlier")
        {
            Description = "program that publishes with an earlier version; its outbox is kept full", HelpName = "PROGRAM",
        };
        var rounds = new Option<int>("--rounds") { Description = "repetitions", HelpName = "N", DefaultValueFactory = _ => 5 };
        var command = new Command("backlog", "Time and CPU to deliver 90,000 messages that waited for the broker") { earlier, rounds };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(earlier), arguments.GetValue(rounds)));
        return command;
    }

    private static async Task RunAsync(FileInfo? earlier, int rounds)
    {
        var (ours, others) = (new List<PublisherRun>(), new List<PublisherRun>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await DeliverAsync().ConfigureAwait(false));
            if (earlier is null)
                continue;
            await using var broker = Mosquitto.OrSkip();
            await broker.StartAsync().ConfigureAwait(false);
            others.Add(await new PublisherProcess(earlier.FullName).RunAsync(broker.Port, 0, Messages, null).ConfigureAwait(false));
        }

        Print("ours", ours);
        if (others.Count == 0)
            return;
        Print("earlier", others);
        var (time, cpu) = (
            Spread.Of(ours.Zip(others, (our, other) => our.Seconds / other.Seconds)),
            Spread.Of(ours.Zip(others, (our, other) => our.CpuUs / other.CpuUs)));
        Console.WriteLine(Invariant($"time, ours / earlier: {time.Median:0.00} ({time.P10:0.00} to {time.P90:0.00})"));
        Console.WriteLine(Invariant($"CPU, ours / earlier: {cpu.Median:0.00} ({cpu.P10:0.00} to {cpu.P90:0.00})"));
    }

    private static async Task<PublisherRun> DeliverAsync()
    {
        await using var broker = Mosquitto.OrSkip();
        using var state = new TemporaryFolder();
        await using var device = await SampleSession.OpenAsync(broker.Port, state.Path, startsWithoutBroker: true).ConfigureAwait(false);
        Pace.Run(0, Messages, device.Publish);
        while (device.Session.LastSeq < Messages)
            await Task.Delay(TimeSpan.FromMilliseconds(10)).ConfigureAwait(false);
        await broker.StartAsync().ConfigureAwait(false);
        while (!device.Session.IsConnected)
            await Task.Delay(TimeSpan.FromMilliseconds(1)).ConfigureAwait(false);
        var (before, start) = (Environment.CpuUsage, Stopwatch.GetTimestamp());
        await device.DeliveredAsync(Messages).ConfigureAwait(false);
        return new PublisherRun(
            (Environment.CpuUsage.TotalTime - before.TotalTime).TotalMicroseconds / Messages, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static void Print(string name, List<PublisherRun> runs)
    {
        var (time, cpu) = (Spread.Of(runs.Select(run => run.Seconds)), Spread.Of(runs.Select(run => run.CpuUs)));
        Console.WriteLine(
            Invariant($"{name}: {time.Median:0.00} s ({time.P10:0.00} to {time.P90:0.00}) for {Messages:N0} messages; ")
            + Invariant($"{cpu.Median:0.0} us CPU a message ({cpu.P10:0.0} to {cpu.P90:0.0}); {runs.Count} runs"));
    }
}
