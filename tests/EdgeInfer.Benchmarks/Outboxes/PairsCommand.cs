using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Measurement.Machine;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The verb <c>outbox pairs</c>: the outbox on disk beside an earlier publisher, process by process.</summary>
internal static class PairsCommand
{
    private static readonly (double Rate, int Messages)[] Loads = [(0, 40_000), (1_000, 8_000), (200, 1_600)];

    public static Command Create()
    {
        var earlier = new Option<FileInfo>("--earlier")
        {
            Description = "program that publishes with an earlier version", HelpName = "PROGRAM", Required = true,
        };
        var pairs = new Option<int>("--pairs") { Description = "of each load", HelpName = "N", DefaultValueFactory = _ => 10 };
        var command = new Command("pairs", "CPU of the whole path, beside an earlier version") { earlier, pairs };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(earlier)!, arguments.GetValue(pairs)));
        return command;
    }

    private static async Task RunAsync(FileInfo earlier, int pairs)
    {
        Console.WriteLine($"machine: {MachineInfo.Read().Describe()}");
        Console.WriteLine("| messages/s | pairs | CPU, ours / earlier | time, ours / earlier | ours, us CPU | earlier, us CPU |");
        Console.WriteLine("|---|---|---|---|---|---|");
        await using var broker = Mosquitto.OrSkip();
        await broker.StartAsync().ConfigureAwait(false);
        var theirs = new PublisherProcess(earlier.FullName);
        foreach (var (rate, messages) in Loads)
        {
            var (ours, others) = (new List<PublisherRun>(), new List<PublisherRun>());
            for (var pair = 0; pair < pairs; pair++)
            {
                if (pair % 2 == 1)
                    others.Add(await theirs.RunAsync(broker.Port, rate, messages, null).ConfigureAwait(false));
                using (var state = new TemporaryFolder())
                    ours.Add(await PublisherProcess.Ours.RunAsync(broker.Port, rate, messages, state.Path).ConfigureAwait(false));
                if (pair % 2 == 0)
                    others.Add(await theirs.RunAsync(broker.Port, rate, messages, null).ConfigureAwait(false));
            }

            var cpu = Spread.Of(ours.Zip(others, (our, other) => our.CpuUs / other.CpuUs));
            var time = Spread.Of(ours.Zip(others, (our, other) => our.Seconds / other.Seconds));
            Console.WriteLine(
                Invariant($"| {(rate > 0 ? rate : "flood")} | {pairs} | {cpu.Median:0.00} ({cpu.P10:0.00} to {cpu.P90:0.00}) | ")
                + Invariant($"{time.Median:0.00} ({time.P10:0.00} to {time.P90:0.00}) | ")
                + Invariant($"{Spread.Of(ours.Select(run => run.CpuUs)).Median:0.0} | ")
                + Invariant($"{Spread.Of(others.Select(run => run.CpuUs)).Median:0.0} |"));
        }
    }
}
