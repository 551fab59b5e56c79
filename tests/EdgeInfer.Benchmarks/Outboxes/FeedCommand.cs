using System.CommandLine;
using System.Diagnostics;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Measurement.Machine;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The verb <c>outbox feed</c>: what a message costs the pipeline's thread while the outbox delivers it.</summary>
internal static class FeedCommand
{
    /// <summary>Half of what a feed holds, so that no call waits for room.</summary>
    private const int Burst = 512;

    private const int Rounds = 200;
    private const int Singles = 2_000;
    private const double SinglesPerSecond = 200;

    public static Command Create()
    {
        var command = new Command("feed", "What a message costs the pipeline's thread");
        command.SetAction((_, _) => RunAsync());
        return command;
    }

    private static async Task RunAsync()
    {
        Console.WriteLine($"machine: {MachineInfo.Read().Describe()}");
        await using var broker = Mosquitto.OrSkip();
        await broker.StartAsync().ConfigureAwait(false);
        using var state = new TemporaryFolder();
        await using var device = await SampleSession.OpenAsync(broker.Port, state.Path).ConfigureAwait(false);
        var copy = new SampleSlot();
        Bursts(device, copy);
        device.Publish(0);
        copy.Fill(0);
        var (ours, reference, bytes) = Bursts(device, copy);
        var ratio = Spread.Of(ours.Zip(reference, (our, other) => our / other));
        Console.WriteLine(Invariant($"bursts of {Burst}, {Rounds} rounds; a message, ns: median (10th to 90th percentile of rounds)"));
        Print("handed to the feed", ours);
        Print("copied only", reference);
        Console.WriteLine(Invariant($"ratio {ratio.Median:0.00} ({ratio.P10:0.00} to {ratio.P90:0.00}); {bytes} bytes allocated in all"));

        var (alone, clock) = Single(device, copy);
        Console.WriteLine(Invariant($"one by one at {SinglesPerSecond:0}/s, {Singles} messages, wall clock; a message, us"));
        Console.WriteLine(Invariant($"handed to the feed: median {At(alone, 0.5):0.00}, 99th {At(alone, 0.99):0.00}"));
        Console.WriteLine(Invariant($"copied only: median {At(clock, 0.5):0.00}, 99th {At(clock, 0.99):0.00}"));
    }

    private static (double[] Ours, double[] Reference, long Bytes) Bursts(SampleSession device, SampleSlot copy)
    {
        var (ours, reference, bytes) = (new double[Rounds], new double[Rounds], 0L);
        for (var round = 0; round < Rounds; round++)
        {
            // The outbox empties the feed every 20 ms.
            Thread.Sleep(50);
            for (var turn = 0; turn < 2; turn++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                if ((turn ^ round & 1) == 0)
                {
                    for (var i = 0; i < Burst; i++)
                        device.Publish(i);
                    ours[round] = NanosecondsSince(start);
                    bytes += GC.GetAllocatedBytesForCurrentThread() - before;
                }
                else
                {
                    for (var i = 0; i < Burst; i++)
                        copy.Fill(i);
                    reference[round] = NanosecondsSince(start);
                }
            }
        }

        return (ours, reference, bytes);
    }

    private static (double[] Ours, double[] Reference) Single(SampleSession device, SampleSlot copy)
    {
        var (ours, reference) = (new double[Singles], new double[Singles]);
        Pace.Run(SinglesPerSecond, Singles, i =>
        {
            var start = Stopwatch.GetTimestamp();
            device.Publish(i);
            ours[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        });
        Pace.Run(SinglesPerSecond, Singles, i =>
        {
            var start = Stopwatch.GetTimestamp();
            copy.Fill(i);
            reference[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        });
        Array.Sort(ours);
        Array.Sort(reference);
        return (ours, reference);
    }

    private static double NanosecondsSince(long start) => Stopwatch.GetElapsedTime(start).TotalNanoseconds / Burst;

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static void Print(string name, double[] nanoseconds)
    {
        var spread = Spread.Of(nanoseconds);
        Console.WriteLine(Invariant($"{name}: {spread.Median:0} ({spread.P10:0} to {spread.P90:0})"));
    }
}
