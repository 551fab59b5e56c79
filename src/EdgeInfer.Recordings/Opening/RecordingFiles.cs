using EdgeInfer.Recordings.Idx;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Segments;

namespace EdgeInfer.Recordings.Opening;

/// <summary>The files that a recording is read from.</summary>
internal static class RecordingFiles
{
    /// <summary>Those that hold its samples, by their paths inside the folder.</summary>
    public static IReadOnlyList<string> OfSamples(Dataset dataset, string recording)
    {
        if (dataset.Kind == DatasetKind.ImagesIdx)
            return [recording, IdxNames.LabelsOf(recording)];
        return SensorFiles.AreUsed(dataset) ? [.. SensorFiles.Of(dataset).Select(file => $"{recording}/{file}")] : [recording];
    }

    /// <summary>Those that hold its samples or their labels.</summary>
    public static IEnumerable<string> Of(Dataset dataset, string recording) =>
        dataset.Segments is { } segments
            ? OfSamples(dataset, recording).Append(SegmentFile.Of(segments, recording))
            : OfSamples(dataset, recording);
}
