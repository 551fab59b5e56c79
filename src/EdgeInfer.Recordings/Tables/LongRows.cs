using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads tables with one value of one channel in a row. Rows of one time and group make a sample.</summary>
internal sealed class LongRows(Dataset dataset, LabelTexts labelTexts)
{
    public TableRows Read(CsvFile csv, Problems problems)
    {
        var columns = new TableColumns(dataset, csv);
        var (name, value) = (csv.Column(dataset.Long!.NameColumn), csv.Column(dataset.Long.ValueColumn));
        var samples = new LongSamples(dataset, csv);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var reading = new RowProblems(csv.Path, problems);
        void Row()
        {
            // Other sensors may share the table, as other columns may a wide one.
            if (samples.ChannelOf(csv.Field(name)) is not { } channel)
                return;
            var group = columns.Group is { } column ? GroupOf(csv, column, groups) : 0;
            var label = columns.Truth is { } truth && !columns.IsNumeric ? labelTexts.Find(csv, truth) : 0;
            var target = columns.Truth is { } number && columns.IsNumeric ? csv.Double(number) : 0;
            var sample = columns.Value(value, dataset.Channels[channel].Scale);
            samples.Add(group, columns.Clock!.Read(csv), new LongTruth(label, target), channel, sample);
        }

        while (csv.Read() && reading.TryRow(csv.Line, Row))
        {
        }

        var places = samples.InOrder();
        if (dataset.Holes is null && !reading.AnyFound)
            _ = places.All(place => reading.TryRow(csv.Line, () => samples.RequireWhole(place)));
        return new TableRows(
            samples.ValuesOf(places),
            [.. places.Select(samples.LineOf)],
            [.. places.Select(place => samples[place].Time)],
            columns.Clock,
            columns.Truth is null || columns.IsNumeric ? null : [.. places.Select(place => samples.TruthOf(place).Label)],
            columns.Truth is null || !columns.IsNumeric ? null : [.. places.Select(place => samples.TruthOf(place).Target)],
            columns.Group is null ? null : Runs(samples, places, [.. groups.Keys]),
            !reading.AnyFound);
    }

    private static int GroupOf(CsvFile csv, int column, Dictionary<string, int> groups)
    {
        var group = csv.Field(column);
        if (group.IsEmpty)
            throw csv.Invalid(column, "is empty");
        var lookup = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(group, out var index))
            lookup[group] = index = groups.Count;
        return index;
    }

    private static List<GroupRun> Runs(LongSamples samples, int[] places, string[] groups)
    {
        var runs = new List<GroupRun>();
        for (int first = 0, end; first < places.Length; first = end)
        {
            var group = samples[places[first]].Group;
            for (end = first + 1; end < places.Length && samples[places[end]].Group == group;)
                end++;
            runs.Add(new GroupRun(groups[group], first, end - first));
        }

        return runs;
    }
}
