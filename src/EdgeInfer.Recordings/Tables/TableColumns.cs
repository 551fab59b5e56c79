using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Clocks;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Where a task's columns are in one file.</summary>
internal sealed class TableColumns(Dataset dataset, CsvFile csv)
{
    private readonly bool _holesAllowed = dataset.Holes is not null;

    public Clock? Clock { get; } = dataset.Timestamp?.Open(csv);

    public int? Truth { get; } = dataset.LabelColumn is { } column ? csv.Column(column) : null;

    public int? Group { get; } = dataset.GroupColumn is { } column ? csv.Column(column) : null;

    /// <summary>Whether the truth is a number.</summary>
    public bool IsNumeric { get; } = dataset.Task == TaskKind.Regression;

    /// <summary>A sample of the current row; NaN where the cell is empty and the data set has a rule for holes.</summary>
    /// <exception cref="InvalidInputException">The cell is empty and there is no rule, or it holds no number.</exception>
    public float Value(int column)
    {
        if (csv.TryNumber(column, out var value))
            return value;
        if (!csv.Bytes(column).IsEmpty)
            return csv.Number(column);
        return _holesAllowed ? float.NaN : throw csv.Invalid(column, $"is empty; {EmptyCell.WayOut}");
    }
}
