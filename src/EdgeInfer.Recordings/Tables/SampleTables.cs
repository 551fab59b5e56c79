using System.Collections.Concurrent;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Files;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Segments;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads each file once and keeps it, as several recordings may share one; single images are not kept.</summary>
internal sealed class SampleTables(string directory, Dataset dataset)
{
    private readonly SampleTableReader _reader = new(dataset);
    private readonly JoinedSensors? _folders = SensorFiles.AreUsed(dataset) ? new(dataset) : null;
    private readonly SegmentLists? _segments = dataset.Segments is { } segments ? new(directory, dataset, segments) : null;
    private readonly ConcurrentDictionary<string, Lazy<SampleTable>> _byPath = new(StringComparer.Ordinal);

    public SampleTable Get(string path, Problems problems) => dataset.Kind == DatasetKind.Images
        ? new SampleTable(StillFile.Decode(StillFile.Read(path), dataset.Frame!.ToShape(), path), 1, null, null, null, null)
        : _byPath.GetOrAdd(path, new Lazy<SampleTable>(() => Read(path, problems))).Value;

    /// <summary>The runs of rows of one group in a file that holds several.</summary>
    public IReadOnlyList<GroupRun> Runs(string path, Problems problems) =>
        dataset.Kind == DatasetKind.ImagesIdx ? IdxTable.Runs(path) : Get(path, problems).Runs!;

    /// <summary>Reads a file and keeps nothing of it.</summary>
    public SampleTable Read(string path, Problems problems)
    {
        if (dataset.Kind == DatasetKind.ImagesIdx)
            return IdxTable.Read(path, dataset);
        var table = _folders?.Read(path, problems) ?? _reader.Read(path, problems);
        if (_segments is not null)
            table = table with { Labels = _segments.LabelsOf(Inside(path), table.Times ?? EvenTimes(table.Count)) };
        return dataset.Blocks is null ? table : InBlocks(table, path);
    }

    private SampleTable InBlocks(SampleTable table, string path)
    {
        var blocks = TimeBlocks.Of(dataset, table, path);
        var between = TimeBlocks.LeftOut(blocks, table.Count);
        var note = Invariant($"{path}: {between} of {table.Count} rows are left out between blocks of time");
        return table with { Runs = blocks, Notes = [.. table.Notes, note] };
    }

    private string Inside(string path) => Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/');

    private long[] EvenTimes(int count) =>
        [.. Enumerable.Range(0, count).Select(row => UniformGrid.OffsetNanoseconds(row, dataset.RateHz))];
}
