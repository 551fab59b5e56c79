namespace EdgeInfer.Core.Sources;

/// <summary>What accompanies the values of one sample.</summary>
/// <param name="TimeNanoseconds">Sensor time.</param>
/// <param name="DueTimestamp">Monotonic timestamp at which the sample was due, whenever it was read.</param>
/// <param name="Label">Index into the task's labels, or <see cref="Windows.LabelIndex.Unlabelled"/>.</param>
/// <param name="Target">Numeric truth of a regression task; 0 where there is none.</param>
public readonly record struct SampleHeader(long TimeNanoseconds, long DueTimestamp, int Label, double Target)
{
    /// <summary>What it took to decode the sample once it was due, us; null where nothing is decoded.</summary>
    public double? DecodeUs { get; init; }
}
