using EdgeInfer.Core.Windows;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Measurement.Latency.Tails;

namespace EdgeInfer.Serving.Pipeline;

/// <summary>One model's aggregate over a run; written by one thread, read after it has ended.</summary>
public sealed class LaneStatistics
{
    private double _cpuUs;
    private bool _cpuKnown = true;

    public LatencySeries Latency { get; } = new();

    public LatencyHistogram Features { get; } = new();

    /// <summary>Of frames that were decoded; empty where none was.</summary>
    public LatencyHistogram Decode { get; } = new();

    public long Labelled { get; private set; }

    public long Correct { get; private set; }

    /// <summary>Windows without an answer: a sample, a value made of it for the model, or a score was NaN or an infinity.</summary>
    public long NonFiniteWindows { get; private set; }

    /// <summary>Mean CPU time a window, us; null where the platform does not count it, or before the first window.</summary>
    public double? MeanCpuUs => _cpuKnown && Latency.Count > 0 ? _cpuUs / Latency.Count : null;

    /// <summary>One model over several streams, each of which has its own lane.</summary>
    public static LaneStatistics Sum(IReadOnlyList<LaneStatistics> streams)
    {
        var sum = new LaneStatistics();
        foreach (var stream in streams)
        {
            sum.Latency.Add(stream.Latency);
            sum.Features.Add(stream.Features);
            sum.Decode.Add(stream.Decode);
            sum._cpuKnown &= stream._cpuKnown;
            sum._cpuUs += stream._cpuUs;
            sum.Labelled += stream.Labelled;
            sum.Correct += stream.Correct;
            sum.NonFiniteWindows += stream.NonFiniteWindows;
        }

        return sum;
    }

    internal void AddNonFinite(long windows) => NonFiniteWindows += windows;

    public void Add(in WindowHeader window, in Answer answer)
    {
        Latency.Record(answer.LatencyUs);
        Features.Record(answer.FeaturesUs);
        if (window.DecodeUs is { } decodeUs)
            Decode.Record(decodeUs);
        _cpuKnown &= answer.CpuUs is not null;
        _cpuUs += answer.CpuUs.GetValueOrDefault();
        if (window.Label == LabelIndex.Unlabelled)
            return;
        Labelled++;
        Correct += answer.Label == window.Label ? 1 : 0;
    }
}
