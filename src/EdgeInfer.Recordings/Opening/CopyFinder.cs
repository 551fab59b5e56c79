using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Fingerprints;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Copies between recordings that lie side by side.</summary>
internal static class CopyFinder
{
    /// <summary>The first copy; a whole one is told before a part of one.</summary>
    public static FoundCopy? First(
        RecordingSet set, IReadOnlyList<RecordedPieces> learnt, IReadOnlyList<RecordedPieces> tested) =>
        IdenticalFile(set, learnt, tested)
        ?? SameContent(set.PieceKind, learnt, tested)
        ?? MoreThanChance(set.PieceKind, learnt, tested);

    private static FoundCopy? IdenticalFile(
        RecordingSet set, IReadOnlyList<RecordedPieces> learnt, IReadOnlyList<RecordedPieces> tested)
    {
        string Hash(string path)
        {
            using var file = File.OpenRead(Path.Combine(set.Directory, path));
            return Sha256Hex.Of(file);
        }

        long Length(string path) => new FileInfo(Path.Combine(set.Directory, path)).Length;
        // Most files differ in length already. A file of several groups stands on both sides, which is no copy.
        var lengths = Files(set, learnt).ToLookup(file => Length(file.Path));
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        string Known(string path) => hashes.TryGetValue(path, out var hash) ? hash : hashes[path] = Hash(path);
        foreach (var (one, path) in Files(set, tested))
        {
            var same = lengths[Length(path)].FirstOrDefault(other => other.Path != path && Known(other.Path) == Known(path));
            if (same.Path is not null)
                return new(one, same.Recording, "the files are identical");
        }

        return null;
    }

    private static IEnumerable<(RecordedPieces Recording, string Path)> Files(RecordingSet set, IReadOnlyList<RecordedPieces> recordings) =>
        recordings.DistinctBy(recording => recording.Path)
            .SelectMany(recording => RecordingFiles.OfSamples(set.Dataset, recording.Path).Select(path => (recording, path)));

    // However much of itself the training side repeats: no two recordings hold the same from end to end.
    private static FoundCopy? SameContent(
        PieceKind kind, IReadOnlyList<RecordedPieces> learnt, IReadOnlyList<RecordedPieces> tested)
    {
        if (kind == PieceKind.Row)
            return SameRows(learnt, tested);
        var known = new Dictionary<HashSet<ulong>, RecordedPieces>(HashSet<ulong>.CreateSetComparer());
        foreach (var recording in learnt.Where(recording => recording.Hashes.Count > 0))
            known.TryAdd([.. recording.Hashes], recording);
        foreach (var recording in tested.Where(recording => recording.Hashes.Count > 0))
        {
            if (known.TryGetValue([.. recording.Hashes], out var original))
                return new(recording, original, "all of both is the same");
        }

        return null;
    }

    // Rows of few values return by chance: as many of each, of eight different ones, do not.
    private static FoundCopy? SameRows(IReadOnlyList<RecordedPieces> learnt, IReadOnlyList<RecordedPieces> tested)
    {
        var known = learnt.Where(IsVaried).ToLookup(recording => recording.Hashes.Count);
        foreach (var recording in tested.Where(IsVaried))
        {
            ulong[] rows = [.. recording.Hashes.Order()];
            if (known[rows.Length].FirstOrDefault(other => other.Hashes.Order().SequenceEqual(rows)) is { } original)
                return new(recording, original, "all of both is the same");
        }

        return null;
    }

    private static bool IsVaried(RecordedPieces recording) =>
        recording.Hashes.Distinct().Take(ContentChunks.LeastDifferentRows).Count() == ContentChunks.LeastDifferentRows;

    private static FoundCopy? MoreThanChance(
        PieceKind kind, IReadOnlyList<RecordedPieces> learnt, IReadOnlyList<RecordedPieces> tested)
    {
        if (CopiedContent.First(ContentFingerprint.Whole(kind, learnt), tested) is not { } copy)
            return null;
        var original = learnt.MaxBy(recording => recording.Hashes.Count(copy.Hashes.Contains))!;
        return new(tested.First(recording => recording.Path == copy.Path && recording.Group == copy.Group), original, copy.Describe(kind));
    }
}
