using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Measurement.Machine;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Lateness;

/// <summary>The verb <c>lateness</c>: whether stalls are paid by every window that became due meanwhile, in real time.</summary>
internal static class LatenessCommand
{
    private static readonly int[] Recordings = [1, 6, 144];
    private static readonly int[] WorksUs = [50, 100, 200, 400];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "write the records to this file", HelpName = "FILE" };
        var command = new Command("lateness", "Recordings in real time: a stop of 500 ms, and 1,200 windows due within 40 ms") { json };
        command.SetAction(arguments => Run(arguments.GetValue(json)));
        return command;
    }

    private static void Run(FileInfo? json)
    {
        Console.WriteLine($"machine: {MachineInfo.Read().Describe()}");
        Console.WriteLine();
        Console.WriteLine("| a stop of 500 ms at 48 windows/s, recordings | windows above 20 ms | lateness, ms | of the ideal triangle |");
        Console.WriteLine("|---|---|---|---|");
        var stops = new List<StopRecord>();
        foreach (var recordings in Recordings)
        {
            var stop = StopRecord.Measure(recordings);
            stops.Add(stop);
            Console.WriteLine(Invariant($"| {stop.Recordings} | {stop.LateWindows} | {stop.LatenessMs:0} | {stop.OfTriangle:0.00} |"));
        }

        Console.WriteLine();
        Console.WriteLine("| 1,200 windows due within 40 ms, recordings | work a window, us | p99, ms | left over, ms | p99 / left over |");
        Console.WriteLine("|---|---|---|---|---|");
        var loads = new List<LoadRecord>();
        foreach (var recordings in (int[])[1, 12])
        {
            foreach (var workUs in WorksUs)
            {
                var load = LoadRecord.Measure(recordings, workUs);
                loads.Add(load);
                Console.WriteLine(
                    Invariant($"| {load.Recordings} | {load.WorkUs} | {load.P99Ms:0.0} | {load.LeftOverMs:0.0} | ")
                    + Invariant($"{load.P99Ms / load.LeftOverMs:0.00} |"));
            }
        }

        if (json is not null)
            JsonReport.Write(json, new LatenessResult(stops, loads));
    }
}
