using EdgeInfer.Benchmarks.Harness;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The process's resident memory, taken once an hour of messages.</summary>
internal sealed class ResidentMemory
{
    private const double Megabyte = 1e6;

    private readonly List<double> _megabytes = [];

    public void Take() => _megabytes.Add(Environment.WorkingSet / Megabyte);

    /// <summary>The slope is the median of those between all pairs of samples (Theil and Sen); its spread is theirs.</summary>
    /// <param name="warmUp">First samples that don't count.</param>
    public void Print(int warmUp)
    {
        double[] counted = [.. _megabytes.Skip(warmUp)];
        if (counted.Length < 3)
            return;
        var slope = Spread.Of(
            from first in Enumerable.Range(0, counted.Length)
            from last in Enumerable.Range(first + 1, counted.Length - first - 1)
            select (counted[last] - counted[first]) / (last - first));
        Console.WriteLine(Invariant(
            $"resident: {counted[0]:0.0} MB, at the end {counted[^1]:0.0}, at most {counted.Max():0.0}; {counted.Length} samples"));
        Console.WriteLine(Invariant($"growth: {slope.Median:0.000} MB an hour ({slope.P10:0.000} to {slope.P90:0.000})"));
    }
}
