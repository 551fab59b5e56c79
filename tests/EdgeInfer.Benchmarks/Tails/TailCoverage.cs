using EdgeInfer.Measurement.Latency;
using EdgeInfer.Measurement.Latency.Tails;
using EdgeInfer.Tests.Support.Latency;

namespace EdgeInfer.Benchmarks.Tails;

/// <summary>Of simulated runs of one kind and length: how often the interval of p99 held that of repeats.</summary>
/// <param name="Kind">Kind of run.</param>
/// <param name="Windows">Its length.</param>
/// <param name="Runs">Simulated runs, each with five repeats.</param>
/// <param name="Stated">Share of runs with an interval; the others said 'n too small'.</param>
/// <param name="Repeats">Share of the repeats whose p99 lay in it.</param>
/// <param name="AllFive">Share of the intervals that held the p99 of all five.</param>
/// <param name="True">Share of the intervals that held the p99 of two million windows.</param>
/// <param name="MedianIndependent">Independent windows that a run counted as, median.</param>
internal sealed record TailCoverage(
    string Kind, int Windows, int Runs, double Stated, double Repeats, double AllFive, double True, double MedianIndependent)
{
    private const double Percentile = 99;
    private const int RepeatsOfARun = 5;
    private const int WindowsOfTruth = 2_000_000;

    public static TailCoverage Simulate(string kind, int windows, int runs, int seed)
    {
        var random = new Random(seed);
        var truth = Tail([.. Enumerable.Range(0, WindowsOfTruth / windows).SelectMany(_ => LatencyRuns.Of(kind, windows, random))]);
        var independent = new List<double>();
        var (stated, holdTruth, holdRepeats, holdAll) = (0, 0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var estimate = TailEstimate.InOrder(LatencyRuns.Of(kind, windows, random), Percentile);
            independent.Add(estimate.Independent);
            if (estimate.Figure is not { } figure)
                continue;
            bool Holds(double tail) => figure.Low <= tail && tail <= figure.High;
            var held = Enumerable.Range(0, RepeatsOfARun).Count(_ => Holds(Tail(LatencyRuns.Of(kind, windows, random))));
            stated++;
            holdRepeats += held;
            holdTruth += Holds(truth) ? 1 : 0;
            holdAll += held == RepeatsOfARun ? 1 : 0;
        }

        double Share(int count, int of) => of == 0 ? 0 : (double)count / of;
        return new(
            kind, windows, runs, Share(stated, runs), Share(holdRepeats, RepeatsOfARun * stated), Share(holdAll, stated),
            Share(holdTruth, stated), NearestRank.Of([.. independent.Order()], 50));
    }

    private static double Tail(double[] latencies)
    {
        Array.Sort(latencies);
        return NearestRank.Of(latencies, Percentile);
    }
}
