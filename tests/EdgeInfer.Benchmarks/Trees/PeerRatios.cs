using EdgeInfer.Benchmarks.Harness;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>How many times as long as ours each peer took; of a peer's several ways the one that was fastest in the case.</summary>
internal static class PeerRatios
{
    public static IReadOnlyDictionary<string, Spread> Of(InterleavedResult result, string ours, IEnumerable<string> peers) =>
        peers.GroupBy(peer => peer.Split('-')[0]).ToDictionary(
            ways => ways.Key,
            ways => result.Ratio(ours, ways.MinBy(way => result[way].MedianNanoseconds)!));

    /// <param name="ratios">By peer.</param>
    /// <param name="part">The median or an end of the spread.</param>
    public static IReadOnlyDictionary<string, double> Part(this IReadOnlyDictionary<string, Spread> ratios, Func<Spread, double> part) =>
        ratios.ToDictionary(ratio => ratio.Key, ratio => part(ratio.Value));
}
