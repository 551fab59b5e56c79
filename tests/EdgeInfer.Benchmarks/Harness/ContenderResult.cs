namespace EdgeInfer.Benchmarks.Harness;

/// <summary>What one contender took.</summary>
/// <param name="Nanoseconds">CPU time of one call, by round.</param>
/// <param name="AllocatedBytes">Of one call, on the calling thread.</param>
internal sealed record ContenderResult(string Name, double[] Nanoseconds, double AllocatedBytes)
{
    public double MedianNanoseconds => Spread.Of(Nanoseconds).Median;
}
