using static System.FormattableString;

namespace EdgeInfer.Core.Fingerprints;

/// <summary>Recordings that another side holds already.</summary>
/// <param name="Path">First file of the copied recording, or of the group.</param>
/// <param name="Group">Its group.</param>
/// <param name="Overlap">How much of it was found.</param>
/// <param name="Hashes">Its pieces.</param>
public sealed record CopiedContent(string Path, string Group, ContentOverlap Overlap, IReadOnlyCollection<ulong> Hashes)
{
    /// <summary>
    /// The first of <paramref name="tested"/> that <paramref name="learnt"/> holds more of than chance; null where none.
    /// Rows and images are counted by group, because one alone says little; chunks by recording, then by
    /// group, for recordings may be short.
    /// </summary>
    public static CopiedContent? First(ContentFingerprint learnt, IEnumerable<RecordedPieces> tested)
    {
        foreach (var unit in Units(learnt.Kind, tested))
        {
            HashSet<ulong> hashes = [.. unit.SelectMany(recording => recording.Hashes)];
            var overlap = learnt.OverlapWith(hashes);
            if (!learnt.IsCopy(overlap))
                continue;
            var named = unit.First(recording => learnt.OverlapWith(recording.Hashes).Found > 0);
            return new(named.Path, named.Group, overlap, hashes);
        }

        return null;
    }

    /// <summary>For errors: '37 of 40 chunks, 93 %'.</summary>
    public string Describe(PieceKind kind) => Invariant($"{Overlap.Found} of {Overlap.Compared} {Name(kind)}, ")
        + Invariant($"{100 * Overlap.Share:0.#} %");

    private static string Name(PieceKind kind) => kind switch
    {
        PieceKind.Image => "images",
        PieceKind.Row => "rows",
        _ => "stretches of rows",
    };

    private static IEnumerable<IReadOnlyList<RecordedPieces>> Units(PieceKind kind, IEnumerable<RecordedPieces> tested)
    {
        RecordedPieces[] all = [.. tested];
        var groups = all.GroupBy(recording => recording.Group, StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<RecordedPieces>)[.. group]);
        return kind == PieceKind.Chunk
            ? all.Select(recording => (IReadOnlyList<RecordedPieces>)[recording]).Concat(groups.Where(group => group.Count > 1))
            : groups;
    }
}
