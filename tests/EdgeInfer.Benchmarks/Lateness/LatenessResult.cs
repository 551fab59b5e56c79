namespace EdgeInfer.Benchmarks.Lateness;

/// <summary>What the verb <c>lateness</c> writes.</summary>
/// <param name="Stops">A stop of half a second.</param>
/// <param name="Loads">More work than time.</param>
internal sealed record LatenessResult(IReadOnlyList<StopRecord> Stops, IReadOnlyList<LoadRecord> Loads);
