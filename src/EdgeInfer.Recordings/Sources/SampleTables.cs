using System.Collections.Concurrent;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Sources;

/// <summary>Reads each file once and keeps it: several recordings may share one.</summary>
internal sealed class SampleTables(Dataset dataset)
{
    private readonly SampleTableReader _reader = new(dataset);
    private readonly ConcurrentDictionary<string, Lazy<SampleTable>> _byPath = new(StringComparer.Ordinal);

    public SampleTable Get(string path, Problems problems) =>
        _byPath.GetOrAdd(path, new Lazy<SampleTable>(() => _reader.Read(path, problems))).Value;
}
