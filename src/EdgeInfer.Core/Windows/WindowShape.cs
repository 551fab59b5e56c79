using EdgeInfer.Core.Resampling;

namespace EdgeInfer.Core.Windows;

/// <summary>The geometry that every window of a task shares.</summary>
/// <param name="Channels">Channels in their order in memory.</param>
/// <param name="RateHz">Samples per second after resampling; frames per second where a window is a frame.</param>
/// <param name="Length">Samples per channel in a window; pixels of a frame.</param>
/// <param name="Hop">
/// Samples from the start of one window to the start of the next; equal to <paramref name="Length"/> without overlap.
/// </param>
/// <param name="MaxGapSeconds">Longest step between two samples that interpolation may cross; a longer one ends the segment.</param>
public sealed record WindowShape(
    IReadOnlyList<Channel> Channels, double RateHz, int Length, int Hop, double MaxGapSeconds)
{
    /// <summary>How samples of a faster source come to the rate.</summary>
    public ResamplingRule Resampling { get; init; }

    /// <summary>Geometry of the still image that each window is; null where windows are cut from samples.</summary>
    public FrameShape? Frame { get; init; }

    /// <summary>Values in a window: channels times length, channel-major ([channel][time]).</summary>
    public int ValueCount => Channels.Count * Length;

    /// <summary>Values that a source gives at once: one a channel, or a whole frame.</summary>
    public int SampleLength => Frame is null ? Channels.Count : ValueCount;

    public double Seconds => Frame is null ? Length / RateHz : 1 / RateHz;

    /// <summary>Windows that start in a second.</summary>
    public double WindowsPerSecond => Frame is null ? RateHz / Hop : RateHz;
}
