namespace EdgeInfer.Recordings.Layout;

/// <summary>A list of stretches of time with their labels; samples outside every stretch have no label.</summary>
/// <param name="File">
/// Path inside the folder where one list serves all recordings; <c>{name}</c> in it stands for a recording's path without its extension
/// where each has its own.
/// </param>
/// <param name="StartColumn">Column of the first moment.</param>
/// <param name="EndColumn">Column of the moment behind the last.</param>
/// <param name="LabelColumn">Column of the label.</param>
/// <param name="Unit">Of the moments, as of a timestamp; they are on the recordings' own clock.</param>
/// <param name="PathColumn">Column of the recording's path or file name; null where the list belongs to one recording.</param>
public sealed record DatasetSegments(
    string File, string StartColumn, string EndColumn, string LabelColumn, string Unit, string? PathColumn = null);
