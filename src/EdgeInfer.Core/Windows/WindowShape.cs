namespace EdgeInfer.Core.Windows;

/// <summary>The geometry that every window of a task shares.</summary>
/// <param name="Channels">Channels in their order in memory.</param>
/// <param name="RateHz">Samples per second after resampling.</param>
/// <param name="Length">Samples per channel in a window.</param>
/// <param name="Hop">Samples from the start of one window to the start of the next; equal to <paramref name="Length"/> without overlap.</param>
/// <param name="MaxGapSeconds">Longest step between two samples that interpolation may cross; a longer one ends the segment.</param>
public sealed record WindowShape(
    IReadOnlyList<Channel> Channels, double RateHz, int Length, int Hop, double MaxGapSeconds)
{
    /// <summary>Values in a window: channels times length, channel-major ([channel][time]).</summary>
    public int ValueCount => Channels.Count * Length;

    public double Seconds => Length / RateHz;
}
