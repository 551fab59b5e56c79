namespace EdgeInfer.Tests.Support.Latency;

/// <summary>Simulated latencies in the order of their windows, by kind of run.</summary>
public static class LatencyRuns
{
    public const string Independent = "independent";
    public const string Correlated = "correlated";
    public const string Stalls = "stalls";

    /// <param name="kind">One of the constants.</param>
    /// <param name="windows">Length of the run.</param>
    /// <param name="random">Draws it.</param>
    public static double[] Of(string kind, int windows, Random random) => kind switch
    {
        Independent => [.. Enumerable.Range(0, windows).Select(_ => Math.Exp(Normal(random)))],
        Correlated => Chain(windows, random),
        Stalls => Stalled(windows, random),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown"),
    };

    /// <summary>Correlation 0.9 from one window to the next, of the logarithms.</summary>
    private static double[] Chain(int windows, Random random)
    {
        var (latencies, level) = (new double[windows], Normal(random));
        for (var i = 0; i < windows; i++)
        {
            level = 0.9 * level + Math.Sqrt(1 - 0.81) * Normal(random);
            latencies[i] = Math.Exp(level);
        }

        return latencies;
    }

    /// <summary>Every 400 windows, at times of their own, a stall makes 24 late, each less than the one before.</summary>
    private static double[] Stalled(int windows, Random random)
    {
        const int Length = 24;
        var latencies = Of(Independent, windows, random);
        for (var start = Gap(random); start < windows; start += Gap(random))
        {
            for (var late = 0; late < Length && start + late < windows; late++)
                latencies[(int)start + late] += 100 * (Length - late);
        }

        return latencies;
    }

    private static double Gap(Random random) => -400 * Math.Log(1 - random.NextDouble());

    /// <summary>Box and Muller 1958.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
