using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads tables with a value of each channel in a row.</summary>
internal sealed class WideRows(Dataset dataset, LabelTexts labelTexts)
{
    public TableRows Read(CsvFile csv, Problems problems)
    {
        var row = new WideRow(dataset, labelTexts, csv);
        var columns = row.Columns;
        var values = new List<float>();
        var lines = new List<int>();
        var times = columns.Clock is null ? null : new List<long>();
        var labels = columns.Truth is null || columns.IsNumeric ? null : new List<int>();
        var targets = columns.Truth is null || !columns.IsNumeric ? null : new List<double>();
        var runs = columns.Group is null ? null : new GroupRuns();
        var reading = new RowProblems(csv.Path, problems);
        void Row()
        {
            lines.Add(csv.Line);
            runs?.Add(csv, columns.Group!.Value);
            row.Read();
            values.AddRange(row.Values);
            times?.Add(row.Time);
            labels?.Add(row.Label);
            targets?.Add(row.Target);
        }

        while (csv.Read() && reading.TryRow(csv.Line, Row))
        {
        }

        return new TableRows(
            [.. values], [.. lines], times?.ToArray(), columns.Clock, labels?.ToArray(), targets?.ToArray(), runs?.ToList(),
            !reading.AnyFound);
    }
}
