namespace EdgeInfer.Recordings.Layout;

/// <summary>One line of split.csv.</summary>
/// <param name="Line">Line in the file, from 1; 0 where no file of the folder lists it.</param>
/// <param name="Path">File inside the folder, with forward slashes.</param>
/// <param name="Label">Label of the file, or <see cref="PerRow"/>.</param>
/// <param name="Group">Group of the file, or <see cref="PerRow"/>.</param>
/// <param name="Side">Side of the split; null where lists of groups decide.</param>
internal sealed record SplitRow(int Line, string Path, string Label, string Group, SplitSide? Side)
{
    /// <summary>Stands where a column of the recording carries the value.</summary>
    public const string PerRow = "per-row";
}
