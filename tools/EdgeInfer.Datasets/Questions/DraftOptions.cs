namespace EdgeInfer.Datasets.Questions;

/// <summary>What a user decides about a folder; null leaves it to the draft.</summary>
/// <param name="Label">Column, or pattern of the path, that gives the class.</param>
/// <param name="Group">Column, pattern of the path, or <c>blocks:N</c>, that gives the group.</param>
/// <param name="Side">Pattern of the path, or column of a list, that gives the side of the split.</param>
/// <param name="Time">Column of the clock; two joined by + where one has the date and one the time of day.</param>
/// <param name="Zone">IANA name of the time zone of clock texts that state no offset.</param>
/// <param name="RateHz">Samples a second, Hz.</param>
/// <param name="Units">Units by column, of the clock's column as well.</param>
/// <param name="Holes">gap, hold:SECONDS or interpolate:SECONDS.</param>
public sealed record DraftOptions(
    string? Label = null,
    string? Group = null,
    string? Side = null,
    string? Time = null,
    string? Zone = null,
    double? RateHz = null,
    IReadOnlyDictionary<string, string>? Units = null,
    string? Holes = null)
{
    internal string? UnitOf(string column) => Units?.GetValueOrDefault(column);

    internal DraftOptions WithUnit(string column, string unit) => this with
    {
        Units = new Dictionary<string, string>(Units ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [column] = unit },
    };
}
