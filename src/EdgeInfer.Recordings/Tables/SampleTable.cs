namespace EdgeInfer.Recordings.Tables;

/// <summary>The columns of one file that a task needs, in memory.</summary>
/// <param name="Values">Row by row, one value a channel.</param>
/// <param name="Count">Rows.</param>
/// <param name="Times">Sensor time of each row, ns; null where the rate gives it.</param>
/// <param name="Labels">Label of each row; null where the file has one.</param>
/// <param name="Targets">Numeric truth of each row; null where the file has one, or the task none.</param>
/// <param name="Runs">Neighbouring rows of a group; null where the file has one group.</param>
internal sealed record SampleTable(
    float[] Values, int Count, long[]? Times, int[]? Labels, double[]? Targets, IReadOnlyList<GroupRun>? Runs)
{
    /// <summary>What was made of the rows that is worth knowing; each names the file, and the line where there is one.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Lines at which the clock was set back; a segment begins at each.</summary>
    public IReadOnlyList<int> ClockResets { get; init; } = [];
}
