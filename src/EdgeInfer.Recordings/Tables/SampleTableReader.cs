using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads the columns that a task needs from one CSV file.</summary>
internal sealed class SampleTableReader(Dataset dataset)
{
    private readonly LabelTexts _labels = new(dataset);

    /// <summary>Where problems are gathered, the values of a file that has some are not to be used.</summary>
    public SampleTable Read(string path, Problems problems)
    {
        using var csv = CsvFile.Open(path);
        var rows = dataset.Long is null
            ? new WideRows(dataset, _labels).Read(csv, problems)
            : new LongRows(dataset, _labels).Read(csv, problems);
        if (rows.Count == 0)
            throw new InvalidInputException(path, "the file has a header but no rows");
        return rows.IsWhole
            ? new RecordingRows(dataset, rows, path).Settle(problems)
            : new SampleTable(rows.Values, rows.Count, rows.Times, rows.Labels, rows.Targets, rows.Runs);
    }
}
