using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads tables with a value of each channel in a row.</summary>
internal sealed class WideRows(Dataset dataset, LabelTexts labelTexts)
{
    public TableRows Read(CsvFile csv, Problems problems)
    {
        (int Column, float? Scale)[] channels = [.. dataset.Channels.Select(channel => (csv.Column(channel.ColumnName), channel.Scale))];
        var columns = new TableColumns(dataset, csv);
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
            foreach (var (column, scale) in channels)
                values.Add(columns.Value(column, scale));
            times?.Add(columns.Clock!.Read(csv));
            labels?.Add(labelTexts.Find(csv, columns.Truth!.Value));
            targets?.Add(csv.Double(columns.Truth!.Value));
        }

        while (csv.Read() && reading.TryRow(csv.Line, Row))
        {
        }

        return new TableRows(
            [.. values], [.. lines], times?.ToArray(), columns.Clock, labels?.ToArray(), targets?.ToArray(), runs?.ToList(),
            !reading.AnyFound);
    }
}
