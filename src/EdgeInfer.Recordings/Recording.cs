using EdgeInfer.Core.Windows;

namespace EdgeInfer.Recordings;

/// <summary>One uninterrupted piece of data: a file, or a run of rows of one group inside a file.</summary>
/// <param name="Id">Unique name of lower-case letters, digits and hyphens; usable as a level of an MQTT topic.</param>
/// <param name="Path">File, relative to the data set's folder, with forward slashes.</param>
/// <param name="Group">Subject, machine, meter or session: the unit that a split keeps on one side.</param>
/// <param name="Side">Side of the chosen split.</param>
public sealed record Recording(string Id, string Path, string Group, SplitSide Side)
{
    /// <summary>Label of the whole recording; <see cref="LabelIndex.Unlabelled"/> where each row carries its own.</summary>
    public int Label { get; init; } = LabelIndex.Unlabelled;

    /// <summary>Numeric truth of the whole recording; 0 where each row carries its own or the task has none.</summary>
    public double Target { get; init; }

    /// <summary>Rows of the file that belong to it; null for all.</summary>
    internal Range? Rows { get; init; }
}
