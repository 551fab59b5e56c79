using System.Diagnostics;
using EdgeInfer.Measurement.Cpu;

namespace EdgeInfer.Measurement.Latency;

/// <summary>
/// Runs models in turn, a block each in an order drawn anew every round, so that what else the machine does falls on all
/// alike. CPU time of the one thread they run on is counted where the platform tells it. A closed loop: a prediction begins
/// when the one before has ended, so that a stall delays none but its own. Only ratios are worth reporting.
/// </summary>
public static class InterleavedBlocks
{
    public const int Rounds = 31;

    /// <summary>Until the framework's precompiled code has been replaced by code for this processor.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan BlockTime = TimeSpan.FromMilliseconds(4);

    /// <param name="predictions">One call is one prediction; the first is the reference.</param>
    /// <param name="seed">Seed of the order.</param>
    /// <returns>Ratio of every model to the first, which is 1.</returns>
    public static IReadOnlyList<LatencyRatio> Run(IReadOnlyList<Action> predictions, int seed)
    {
        foreach (var prediction in predictions)
            RunFor(WarmUp, prediction);
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, predictions.Count)];
        int[] calls = [.. predictions.Select(CallsForABlock)];
        var seconds = new double[predictions.Count];
        var ratios = predictions.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var model in order)
                seconds[model] = Time(predictions[model], calls[model]).TotalSeconds / calls[model];
            for (var model = 0; model < ratios.Length; model++)
                ratios[model].Add(seconds[model] / seconds[0]);
        }

        return [.. ratios.Select(Summary)];
    }

    private static LatencyRatio Summary(List<double> ratios)
    {
        ratios.Sort();
        var tail = ratios.Count / 20;
        return new LatencyRatio(ratios[ratios.Count / 2], ratios[tail], ratios[^(1 + tail)], ratios.Count);
    }

    private static void RunFor(TimeSpan time, Action prediction)
    {
        var start = Stopwatch.GetTimestamp();
        do
            prediction();
        while (Stopwatch.GetElapsedTime(start) < time);
    }

    private static int CallsForABlock(Action prediction)
    {
        var calls = 1;
        while (calls < 1 << 20 && Time(prediction, calls) < BlockTime)
            calls *= 2;
        return calls;
    }

    private static TimeSpan Time(Action prediction, int calls)
    {
        var start = Now();
        for (var call = 0; call < calls; call++)
            prediction();
        return Now() - start;
    }

    private static TimeSpan Now() => ThreadCpuClock.TryRead(out var nanoseconds)
        ? TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);
}
