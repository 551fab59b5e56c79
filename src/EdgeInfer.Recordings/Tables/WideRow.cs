using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>The current row of a table with a value of each channel in a row, as the data set reads it.</summary>
internal sealed class WideRow
{
    private readonly CsvFile _csv;
    private readonly TableColumns _columns;
    private readonly LabelTexts _labels;
    private readonly int[] _channels;
    private readonly float[] _values;
    private byte[] _labelText = [];

    public WideRow(Dataset dataset, LabelTexts labels, CsvFile csv)
    {
        (_csv, _labels) = (csv, labels);
        _channels = [.. dataset.Channels.Select(channel => csv.Column(channel.ColumnName))];
        _values = new float[_channels.Length];
        _columns = new TableColumns(dataset, csv);
    }

    public TableColumns Columns => _columns;

    public ReadOnlySpan<float> Values => _values;

    /// <summary>Time of the row, ns; 0 where the table has no clock.</summary>
    public long Time { get; private set; }

    public int Label { get; private set; }

    public double Target { get; private set; }

    public void Read()
    {
        for (var i = 0; i < _channels.Length; i++)
            _values[i] = _columns.Value(_channels[i]);
        if (_columns.Clock is { } clock)
            Time = clock.Read(_csv);
        if (_columns.Truth is not { } truth)
            return;
        if (_columns.IsNumeric)
        {
            Target = _csv.Double(truth);
            return;
        }

        // Most rows have the label of the row before.
        var text = _csv.Bytes(truth);
        if (_labelText.Length > 0 && text.SequenceEqual(_labelText))
            return;
        Label = _labels.Find(_csv, truth);
        _labelText = text.ToArray();
    }
}
