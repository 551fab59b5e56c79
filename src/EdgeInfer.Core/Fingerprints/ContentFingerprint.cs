namespace EdgeInfer.Core.Fingerprints;

/// <summary>
/// What recordings hold, in few bytes: the smallest hashes of their pieces (bottom-k sampling; Broder, SEQUENCES 1997).
/// Hashes are even, so a copy of a tenth of the content has a tenth of them, whichever tenth it is.
/// </summary>
/// <param name="Kind">What a hash stands for.</param>
/// <param name="Pieces">Different pieces that the sample was taken of.</param>
/// <param name="Repeated">
/// Share of a group's pieces that another group holds as well, 0 to 1: what equality is worth in these data.
/// </param>
/// <param name="Hashes">Rising; at most <see cref="MostHashes"/> where it goes into a bundle.</param>
public sealed record ContentFingerprint(PieceKind Kind, long Pieces, double Repeated, IReadOnlyList<ulong> Hashes)
{
    /// <summary>32 kB, and 43 kB as text.</summary>
    public const int MostHashes = 4_096;

    /// <summary>One honest recording in ten thousand may be refused.</summary>
    private const double LeastChance = 1e-4;

    private readonly HashSet<ulong> _hashes = [.. Hashes];

    /// <summary>A bounded sample, for a bundle.</summary>
    public static ContentFingerprint Of(PieceKind kind, IEnumerable<RecordedPieces> recordings) =>
        Of(kind, recordings, MostHashes);

    /// <summary>Every hash, to compare recordings that lie side by side.</summary>
    public static ContentFingerprint Whole(PieceKind kind, IEnumerable<RecordedPieces> recordings) =>
        Of(kind, recordings, int.MaxValue);

    /// <summary>
    /// Of two trainings that one model stands on. Null where their pieces are of different kinds, which nothing could be
    /// held against.
    /// </summary>
    public ContentFingerprint? With(ContentFingerprint other)
    {
        if (other.Kind != Kind)
            return null;
        var limit = Math.Min(Limit, other.Limit);
        ulong[] both = [.. Hashes.Union(other.Hashes).Where(hash => hash <= limit).Order().Take(MostHashes)];
        // A sample that dropped hashes must say so: more pieces than hashes.
        return new(Kind, Math.Max(Pieces + other.Pieces - Hashes.Intersect(other.Hashes).Count(), both.Length),
            Math.Max(Repeated, other.Repeated), both);
    }

    /// <summary>How much of <paramref name="pieces"/> these recordings hold.</summary>
    public ContentOverlap OverlapWith(IEnumerable<ulong> pieces)
    {
        var (compared, found) = (0, 0);
        foreach (var hash in pieces.Distinct().Where(hash => hash <= Limit))
        {
            compared++;
            found += _hashes.Contains(hash) ? 1 : 0;
        }

        return new ContentOverlap(compared, found);
    }

    /// <summary>Whether an overlap is more than chance and the data's own repetitions explain.</summary>
    public bool IsCopy(ContentOverlap overlap) =>
        overlap.Found > overlap.Compared * Repeated + Allowed(overlap.Compared)
        && BinomialTail.AtLeast(overlap.Found, overlap.Compared, Repeated) < LeastChance;

    /// <summary>The largest hash that the sample would hold.</summary>
    private ulong Limit => Hashes.Count < Pieces && Hashes.Count > 0 ? Hashes[^1] : ulong.MaxValue;

    // A camera takes no picture twice. A stretch of a coarse signal can repeat by chance, a row of few values easily.
    private double Allowed(int compared) => Kind switch
    {
        PieceKind.Image => 0,
        PieceKind.Chunk => 0.02 * compared,
        _ => 1 + 0.05 * compared,
    };

    private static ContentFingerprint Of(PieceKind kind, IEnumerable<RecordedPieces> recordings, int most)
    {
        HashSet<ulong>[] groups =
        [
            .. recordings.GroupBy(recording => recording.Group, StringComparer.Ordinal)
                .Select(group => group.SelectMany(recording => recording.Hashes).ToHashSet()),
        ];
        var holders = new Dictionary<ulong, int>();
        foreach (var hash in groups.SelectMany(group => group))
            holders[hash] = holders.GetValueOrDefault(hash) + 1;
        var all = groups.Sum(group => (long)group.Count);
        var repeated = groups.Sum(group => (long)group.Count(hash => holders[hash] > 1));
        return new(kind, holders.Count, all == 0 ? 0 : (double)repeated / all, [.. holders.Keys.Order().Take(most)]);
    }
}
