using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Recordings.Clocks;
using EdgeInfer.Recordings.Joining;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Tables;

/// <summary>
/// Reads a recording that is a folder with a file a sensor. The clock of the first channel's file is the reference: the other
/// sensors are interpolated linearly at its times.
/// </summary>
internal sealed class JoinedSensors(Dataset dataset)
{
    private readonly (string File, Dataset Part, SampleTableReader Reader)[] _files =
    [
        .. SensorFiles.Of(dataset).Select((file, index) =>
        {
            var part = Part(dataset, file, isReference: index == 0);
            return (file, part, new SampleTableReader(part));
        }),
    ];

    /// <exception cref="InvalidInputException">A clock runs back, or the files have no time in common.</exception>
    public SampleTable Read(string folder, Problems problems)
    {
        SampleTable[] tables = [.. _files.Select(file => ReadFile(Path.Combine(folder, file.File), file.Reader, problems))];
        var latest = Enumerable.Range(0, tables.Length).MaxBy(file => tables[file].Times![0]);
        var earliest = Enumerable.Range(0, tables.Length).MinBy(file => tables[file].Times![^1]);
        var (from, to) = (tables[latest].Times![0], tables[earliest].Times![^1]);
        if (from > to)
        {
            throw new InvalidInputException(
                folder,
                $"the clocks have no time in common: {Range(earliest, tables)}, {Range(latest, tables)}");
        }

        return Join(folder, tables, from, to);
    }

    private SampleTable Join(string folder, SampleTable[] tables, long from, long to)
    {
        var reference = tables[0];
        int[] rows = [.. Enumerable.Range(0, reference.Count).Where(row => reference.Times![row] >= from && reference.Times[row] <= to)];
        if (rows.Length == 0)
            throw new InvalidInputException(folder, $"no sample of {_files[0].File} lies where all sensors have some");
        var values = new float[rows.Length * dataset.Channels.Count];
        for (var file = 0; file < tables.Length; file++)
        {
            var part = _files[file].Part.Channels;
            int[] places = [.. part.Select(channel => IndexOf(channel.Name))];
            var series = new LinearSeries(tables[file].Times!, ValuesOf(tables, file), part.Count, MaxGapNanoseconds);
            var sample = new float[part.Count];
            for (var row = 0; row < rows.Length; row++)
            {
                series.At(reference.Times![rows[row]], sample);
                for (var channel = 0; channel < places.Length; channel++)
                    values[row * dataset.Channels.Count + places[channel]] = sample[channel];
            }
        }

        var outside = reference.Count - rows.Length;
        var of = Invariant($"{outside} of {reference.Count} samples of {_files[0].File}");
        return new SampleTable(
            values, rows.Length, [.. rows.Select(row => reference.Times![row])], Chosen(reference.Labels), Chosen(reference.Targets), null)
        {
            Notes =
            [
                .. tables.SelectMany(table => table.Notes),
                .. outside == 0 ? Array.Empty<string>() : [$"{folder}: {of} lie outside the time of another sensor"],
            ],
        };

        T[]? Chosen<T>(T[]? all) => all is null ? null : [.. rows.Select(row => all[row])];
    }

    /// <summary>A sensor faster than the reference must not fold into it.</summary>
    private float[] ValuesOf(SampleTable[] tables, int file)
    {
        var (table, reference) = (tables[file], tables[0]);
        return dataset.Resampling == ResamplingRule.Filtered
            && RateOfTimes.Of(table.Times) is { } rate && RateOfTimes.Of(reference.Times) is { } slower
            && AntiAliasFilter.IsNeeded(rate, slower)
            ? FilteredSeries.Of(
                table.Times!, table.Values, new AntiAliasFilter(_files[file].Part.Channels.Count, rate, slower), MaxGapNanoseconds)
            : table.Values;
    }

    private double MaxGapNanoseconds => (dataset.Window!.MaxGapSeconds ?? 10 / dataset.RateHz) * TimeUnit.NanosecondsPerSecond;

    private int IndexOf(string channel) => dataset.Channels.Index().First(each => each.Item.Name == channel).Index;

    private string Range(int file, SampleTable[] tables) => Invariant(
        $"{_files[file].File} runs from {tables[file].Times![0] / 1e9:0.###} s to {tables[file].Times![^1] / 1e9:0.###} s");

    private static SampleTable ReadFile(string path, SampleTableReader reader, Problems problems)
    {
        var table = reader.Read(path, problems);
        return table.ClockResets is [var line, ..]
            ? throw InvalidInputException.AtLine(path, line, "the clock runs back, so that sensors cannot be joined by it")
            : table;
    }

    private static Dataset Part(Dataset dataset, string file, bool isReference) => dataset with
    {
        Channels = [.. dataset.Channels.Where(channel => channel.File == file)],
        LabelColumn = isReference ? dataset.LabelColumn : null,
    };
}
