using EdgeInfer.Recordings.Clocks;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Recordings.Scanning;

/// <summary>
/// Passes once over each file of a data set. Plain tables are never held in memory; those whose rows must be put in order, joined,
/// pivoted or filled are, one file at a time.
/// </summary>
internal sealed class TableScans(string directory, Dataset dataset, Problems problems)
{
    private readonly SampleTables _tables = new(directory, dataset);
    private readonly double _longestStep = (dataset.Window!.MaxGapSeconds ?? 10 / dataset.RateHz) * TimeUnit.NanosecondsPerSecond;
    private readonly LabelTexts _labels = new(dataset);
    private readonly Dictionary<string, TableFacts> _byPath = new(StringComparer.Ordinal);

    /// <summary>What the file holds; it is read when it is asked for first.</summary>
    public TableFacts Of(string path)
    {
        if (!_byPath.TryGetValue(path, out var facts))
            _byPath[path] = facts = IsReadRowByRow(dataset)
                ? new WideScan(dataset, _labels, _longestStep).Read(path, problems)
                : Whole(path);
        return facts;
    }

    /// <summary>The runs of rows of one group.</summary>
    public IReadOnlyList<GroupRun> Runs(string path) => [.. Of(path).Runs.Select(run => run.Run)];

    // Each of the others looks back or ahead without bound.
    private static bool IsReadRowByRow(Dataset dataset) =>
        dataset is { Long: null, Segments: null, Blocks: null, Holes: null or { Rule: HoleRule.Gap } }
        && dataset.Timestamp is null or { Sort: false, EqualTimes: EqualTimes.Mean }
        && (dataset.Timestamp is null || !TimeUnit.IsText(dataset.Timestamp.Unit))
        && !SensorFiles.AreUsed(dataset);

    private TableFacts Whole(string path)
    {
        var table = _tables.Read(path, problems);
        var runs = new List<RunFacts>();
        foreach (var run in table.Runs ?? [new GroupRun("", 0, table.Count)])
        {
            var facts = new RunFacts(run.Group, run.First, _longestStep);
            var width = table.Values.Length / table.Count;
            for (var row = run.First; row < run.First + run.Count; row++)
            {
                if (table.Times is { } times)
                    facts.AddTime(times[row]);
                facts.Add(table.Values.AsSpan(row * width, width), table.Labels is { } labels ? labels[row] : 0);
            }

            facts.End();
            runs.Add(facts);
        }

        return new TableFacts(runs, table.Notes);
    }
}
