namespace EdgeInfer.Datasets.Splitting;

/// <summary>A recording as split.csv lists it.</summary>
/// <param name="Path">File or folder inside the data set's folder.</param>
/// <param name="Label">Class; null where a column or a list carries it.</param>
/// <param name="Group">Group; null where a column carries it.</param>
/// <param name="Side">train or test where the user's folders say so; else null.</param>
internal sealed record DraftedFile(string Path, string? Label, string? Group, string? Side);
