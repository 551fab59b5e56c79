namespace EdgeInfer.Benchmarks.Harness;

/// <summary>Results of one measurement, in the contenders' order.</summary>
internal sealed record InterleavedResult(IReadOnlyList<ContenderResult> Contenders)
{
    public ContenderResult this[string name] => Contenders.Single(contender => contender.Name == name);

    /// <summary>How many times as long as ours the peer took: its time over ours in the same round.</summary>
    public Spread Ratio(string ours, string peer) =>
        Spread.Of(this[peer].Nanoseconds.Zip(this[ours].Nanoseconds, (theirs, our) => theirs / our));
}
