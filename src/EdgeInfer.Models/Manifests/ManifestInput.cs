using EdgeInfer.Core.Windows;

namespace EdgeInfer.Models.Manifests;

/// <summary>The windows that a bundle is made for.</summary>
/// <param name="Channels">Channels with units, in order.</param>
/// <param name="RateHz">Samples per second.</param>
/// <param name="Window">Samples per channel.</param>
/// <param name="Hop">Samples between the starts of two windows on the device.</param>
/// <param name="MaxGapSeconds">Longest step that interpolation may cross, s.</param>
public sealed record ManifestInput(
    IReadOnlyList<Channel> Channels, double RateHz, int Window, int Hop, double MaxGapSeconds)
{
    public WindowShape ToShape() => new(Channels, RateHz, Window, Hop, MaxGapSeconds);
}
