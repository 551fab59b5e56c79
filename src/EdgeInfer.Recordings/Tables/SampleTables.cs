using System.Collections.Concurrent;
using EdgeInfer.Images.Files;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads each file once and keeps it, as several recordings may share one; single images are not kept.</summary>
internal sealed class SampleTables(Dataset dataset)
{
    private readonly SampleTableReader _reader = new(dataset);
    private readonly ConcurrentDictionary<string, Lazy<SampleTable>> _byPath = new(StringComparer.Ordinal);

    public SampleTable Get(string path, Problems problems) => dataset.Kind == DatasetKind.Images
        ? new SampleTable(StillFile.Decode(StillFile.Read(path), dataset.Frame!.ToShape(), path), 1, null, null, null, null)
        : _byPath.GetOrAdd(path, new Lazy<SampleTable>(() => Read(path, problems))).Value;

    /// <summary>The runs of rows of one group in a file that holds several.</summary>
    public IReadOnlyList<GroupRun> Runs(string path, Problems problems) =>
        dataset.Kind == DatasetKind.ImagesIdx ? IdxTable.Runs(path) : Get(path, problems).Runs!;

    private SampleTable Read(string path, Problems problems) =>
        dataset.Kind == DatasetKind.ImagesIdx ? IdxTable.Read(path, dataset) : _reader.Read(path, problems);
}
