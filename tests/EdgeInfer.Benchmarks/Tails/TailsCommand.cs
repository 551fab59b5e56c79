using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Tests.Support.Latency;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Tails;

/// <summary>The verb <c>tails</c>: how often the interval of a p99 holds the p99 of a repeat, simulated.</summary>
internal static class TailsCommand
{
    private const int Seed = 20261128;
    private static readonly int[] Lengths = [1_000, 2_000, 5_000, 20_000];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var runs = new Option<int>("--runs")
        {
            Description = "simulated runs of each kind and length", HelpName = "N", DefaultValueFactory = _ => 500,
        };
        var command = new Command("tails", "How often the interval of a p99 holds the p99 of a repeat, simulated") { json, runs };
        command.SetAction(arguments => Run(arguments.GetValue(runs), arguments.GetValue(json)));
        return command;
    }

    private static void Run(int runs, FileInfo? json)
    {
        Console.WriteLine(Invariant($"{runs} simulated runs a line, five repeats of each; seed {Seed}"));
        Console.WriteLine();
        Console.WriteLine(
            "| latencies | windows | count as, median | runs with an upper end | repeats inside | all five inside | true p99 inside |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var records = new List<TailCoverage>();
        foreach (var windows in Lengths)
        {
            foreach (var kind in (string[])[LatencyRuns.Independent, LatencyRuns.Correlated, LatencyRuns.Stalls])
            {
                var record = TailCoverage.Simulate(kind, windows, runs, Seed);
                records.Add(record);
                Console.WriteLine(
                    Invariant($"| {kind} | {windows:N0} | {record.MedianIndependent:N0} | {100 * record.Bounded:0.0} % | ")
                    + Invariant($"{100 * record.Repeats:0.0} % | {100 * record.AllFive:0.0} % | {100 * record.True:0.0} % |"));
            }
        }

        if (json is not null)
            JsonReport.Write(json, records);
    }
}
