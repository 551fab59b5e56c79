using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Clocks;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Text;
using static System.FormattableString;

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

    /// <summary>
    /// A sample of the current row; NaN where the cell is empty and the data set has a rule for holes. A code becomes a value by one
    /// multiplication of floats, the same on every machine.
    /// </summary>
    /// <param name="column">Where it stands.</param>
    /// <param name="scale">Of the channel; null where the file holds values.</param>
    /// <exception cref="InvalidInputException">
    /// The cell is empty and there is no rule, it holds no number, or its value is beyond the range of a float.
    /// </exception>
    public float Value(int column, float? scale)
    {
        if (csv.TryNumber(column, out var value))
            return Scaled(value, scale, column);
        if (!csv.Bytes(column).IsEmpty && !MissingWords.Are(csv.Bytes(column)))
            return csv.Number(column);
        return _holesAllowed ? float.NaN : throw csv.Invalid(
            column, $"{(csv.Bytes(column).IsEmpty ? "is empty" : $"'{csv.Text(column)}' is no number")}; {EmptyCell.WayOut}");
    }

    private float Scaled(float number, float? scale, int column)
    {
        if (scale is not { } unit || !float.IsFinite(number))
            return number;
        var value = number * unit;
        return float.IsFinite(value)
            ? value
            : throw csv.Invalid(column, Invariant($"'{CsvFile.Shown(csv.Field(column))}' x scale {unit} is beyond a float's range"));
    }
}
