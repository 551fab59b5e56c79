namespace EdgeInfer.Core.Windows;

/// <summary>What is known of an assembled window beside its values; with the stream's name it is the window's id.</summary>
/// <param name="StartNanoseconds">Sensor time of its first sample.</param>
/// <param name="LastDueTimestamp">Monotonic timestamp (<see cref="TimeProvider.GetTimestamp"/>) at which its last sample was due.</param>
/// <param name="Label">Majority label, or one of <see cref="LabelIndex"/>.</param>
/// <param name="Target">Mean of the samples' numeric targets; 0 where the task has none.</param>
/// <param name="Segment">
/// Number of the piece of a stream, without a gap, that it lies in; from 0, and it rises with every new piece. A window that
/// holds a value that is not finite is a gap.
/// </param>
public readonly record struct WindowHeader(
    long StartNanoseconds, long LastDueTimestamp, int Label, double Target, int Segment)
{
    /// <summary>What it took to decode a frame once it was due, us; null where nothing is decoded.</summary>
    public double? DecodeUs { get; init; }
}
