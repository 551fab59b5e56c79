using System.Text.Json.Serialization;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>The windows that a bundle is made for.</summary>
/// <param name="Channels">Channels with units, in order.</param>
/// <param name="RateHz">Samples per second; the nominal rate of frames.</param>
/// <param name="Window">Samples per channel; pixels of a frame.</param>
/// <param name="Hop">Samples between the starts of two windows on the device.</param>
/// <param name="MaxGapSeconds">Longest step that interpolation may cross, s; without meaning for frames.</param>
/// <param name="Frame">Geometry, where each window is a still image; null for windows of samples.</param>
/// <param name="Resampling">How samples of a faster source come to the rate; linear where left out.</param>
public sealed record ManifestInput(
    IReadOnlyList<Channel> Channels,
    double RateHz,
    int Window,
    int Hop,
    double MaxGapSeconds,
    ManifestFrame? Frame = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ResamplingRule Resampling = ResamplingRule.Linear)
{
    public static ManifestInput Of(WindowShape shape) => new(
        shape.Channels, shape.RateHz, shape.Length, shape.Hop, shape.MaxGapSeconds,
        shape.Frame is { } frame ? new ManifestFrame(frame.Width, frame.Height, frame.Colour, frame.Fit) : null,
        shape.Resampling);

    public WindowShape ToShape() => new(Channels, RateHz, Window, Hop, MaxGapSeconds)
    {
        Frame = Frame?.ToShape(),
        Resampling = Resampling,
    };
}
