using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads a channel's column; a code becomes a value by one multiplication of floats, the same on every machine.</summary>
internal sealed class ScaledColumn(int column, float? scale)
{
    /// <exception cref="InvalidInputException">The field is no number, or its value is beyond the range of a float.</exception>
    public float Read(CsvFile csv)
    {
        var number = csv.Number(column);
        if (scale is not { } unit || !float.IsFinite(number))
            return number;
        var value = number * unit;
        return float.IsFinite(value)
            ? value
            : throw csv.Invalid(
                column,
                string.Create(
                    CultureInfo.InvariantCulture, $"'{CsvFile.Shown(csv.Field(column))}' x scale {unit} is beyond a float's range"));
    }
}
