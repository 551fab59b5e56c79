namespace EdgeInfer.Benchmarks.Trees;

/// <summary>What was measured: ours with its ratios, and the peers' own times.</summary>
internal sealed record TreeResult(IReadOnlyList<TreeRecord> Ours, IReadOnlyList<PeerRecord> Peers)
{
    public static TreeResult Join(IReadOnlyList<TreeResult> results) =>
        new([.. results.SelectMany(result => result.Ours)], [.. results.SelectMany(result => result.Peers)]);

    /// <summary>What no run may show of ours: a score that is not exact, or an allocation.</summary>
    public IEnumerable<string> Faults() =>
        from ours in Ours
        where !ours.BitEqual || ours.AllocatedBytes != 0
        select $"{ours.Case}, {ours.Kernel}, {ours.Mode}: {(ours.BitEqual ? "allocates" : "scores differ")}";
}
