namespace EdgeInfer.Recordings.Layout;

/// <summary>A table with one value a row. Rows of one time and group make a sample.</summary>
/// <param name="NameColumn">Column that says which channel the value is of.</param>
/// <param name="ValueColumn">Column of the value.</param>
public sealed record DatasetLongTable(string NameColumn, string ValueColumn);
