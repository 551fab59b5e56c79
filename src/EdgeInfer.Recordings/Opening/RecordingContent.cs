using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Recordings.Opening;

/// <summary>The pieces of recordings, by whose hashes copies are known.</summary>
internal static class RecordingContent
{
    /// <summary>An image of fewer different values is a blank one.</summary>
    private const int LeastDifferentValues = 8;

    public static PieceKind KindOf(RecordingSet set) =>
        set.Dataset.Frame is not null ? PieceKind.Image
        : set.TestShape.Length == 1 ? PieceKind.Row
        : PieceKind.Chunk;

    public static IReadOnlyList<RecordedPieces> Read(RecordingSet set, SplitSide side)
    {
        var kind = KindOf(set);
        return
        [
            .. set.Recordings.Where(recording => recording.Side == side)
                .Select(recording => new RecordedPieces(recording.Path, recording.Group, Hashes(set.Samples(recording), kind))),
        ];
    }

    private static IReadOnlyList<ulong> Hashes(RecordedSamples samples, PieceKind kind) => kind switch
    {
        PieceKind.Image =>
        [
            .. Rows(samples).Where(row => !IsBlank(samples.Values(row))).Select(row => RowHash.OfSequence(samples.Values(row))),
        ],
        PieceKind.Row => [.. Rows(samples).Select(row => RowHash.OfChannels(samples.Values(row)))],
        _ => ContentChunks.Of(Rows(samples).Select(row => RowHash.OfChannels(samples.Values(row)))),
    };

    private static IEnumerable<int> Rows(RecordedSamples samples) => Enumerable.Range(0, samples.Count);

    private static bool IsBlank(ReadOnlySpan<float> pixels)
    {
        var seen = new HashSet<float>();
        foreach (var pixel in pixels)
        {
            if (seen.Add(pixel) && seen.Count == LeastDifferentValues)
                return false;
        }

        return true;
    }
}
