using EdgeInfer.Measurement.Latency;
using EdgeInfer.Measurement.Latency.Tails;
using EdgeInfer.Tests.Support.Latency;

namespace EdgeInfer.Benchmarks.Tails;

/// <summary>Of simulated runs of one kind and length: how often the interval of p99 held that of repeats.</summary>
/// <param name="Kind">Kind of run.</param>
/// <param name="Windows">Its length.</param>
/// <param name="Runs">Simulated runs, each with five repeats.</param>
/// <param name="Bounded">Share of runs whose interval has an upper end; where it has none, every slower repeat lies in it.</param>
/// <param name="Repeats">Share of the repeats whose p99 lay in it.</param>
/// <param name="AllFive">Share of the intervals that held the p99 of all five.</param>
/// <param name="True">Share of the intervals that held the p99 of two million windows.</param>
/// <param name="MedianIndependent">Independent windows that a run counted as, median.</param>
internal sealed record TailCoverage(
    string Kind, int Windows, int Runs, double Bounded, double Repeats, double AllFive, double True, double MedianIndependent)
{
    private const double Percentile = 99;
    private const int RepeatsOfARun = 5;
    private const int WindowsOfTruth = 2_000_000;

    public static TailCoverage Simulate(string kind, int windows, int runs, int seed)
    {
        var random = new Random(seed);
        var truth = Tail([.. Enumerable.Range(0, WindowsOfTruth / windows).SelectMany(_ => LatencyRuns.Of(kind, windows, random))]);
        var independent = new List<double>();
        var (bounded, holdTruth, holdRepeats, holdAll) = (0, 0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var estimate = TailEstimate.InOrder(LatencyRuns.Of(kind, windows, random), Percentile);
            independent.Add(estimate.Independent);
            var figure = estimate.Figure ?? throw new ArgumentOutOfRangeException(nameof(windows), windows, "n too small");
            bool Holds(double tail) => figure.Low <= tail && !(tail > figure.High);
            var held = Enumerable.Range(0, RepeatsOfARun).Count(_ => Holds(Tail(LatencyRuns.Of(kind, windows, random))));
            bounded += figure.High is null ? 0 : 1;
            holdRepeats += held;
            holdTruth += Holds(truth) ? 1 : 0;
            holdAll += held == RepeatsOfARun ? 1 : 0;
        }

        double Share(int count) => (double)count / runs;
        return new(
            kind, windows, runs, Share(bounded), Share(holdRepeats) / RepeatsOfARun, Share(holdAll),
            Share(holdTruth), NearestRank.Of([.. independent.Order()], 50));
    }

    private static double Tail(double[] latencies)
    {
        Array.Sort(latencies);
        return NearestRank.Of(latencies, Percentile);
    }
}
