using EdgeInfer.Measurement.Latency;

namespace EdgeInfer.Evaluation.Events;

/// <summary>Detection delays of the events that were detected, by nearest rank, s.</summary>
public sealed record DelayQuartiles(double First, double Median, double Third)
{
    /// <returns>Null where no event was detected.</returns>
    public static DelayQuartiles? Of(IEnumerable<double> delaySeconds)
    {
        double[] sorted = [.. delaySeconds.Order()];
        return sorted.Length == 0
            ? null
            : new(NearestRank.Of(sorted, 25), NearestRank.Of(sorted, 50), NearestRank.Of(sorted, 75));
    }
}
