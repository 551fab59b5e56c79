using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Trainer.Networks;

/// <summary>Mean and deviation of each channel over training windows, for standardisation.</summary>
/// <param name="Mean">In the channel's unit.</param>
/// <param name="Deviation">In the channel's unit; 1 where the channel is constant.</param>
internal sealed record ChannelStatistics(float[] Mean, float[] Deviation)
{
    /// <summary>What a bundle's manifest carries of them.</summary>
    public ManifestPreprocessing ForManifest(AmplitudeScale scale) =>
        new(scale == AmplitudeScale.Logarithmic ? MuLawCompanding.Id : Standardization.Id, Mean: Mean, Deviation: Deviation);

    public static ChannelStatistics Of(IReadOnlyList<float[]> windows, int channels)
    {
        var (mean, deviation) = (new float[channels], new float[channels]);
        var length = windows[0].Length / channels;
        for (var channel = 0; channel < channels; channel++)
        {
            // Counted from a value of the channel itself: squares of large offsets would cancel into a false deviation.
            double origin = windows[0][channel * length];
            var (sum, squares) = (0.0, 0.0);
            foreach (var window in windows)
            {
                foreach (var value in window.AsSpan(channel * length, length))
                {
                    sum += value - origin;
                    squares += (value - origin) * (value - origin);
                }
            }

            var count = (double)windows.Count * length;
            var variance = squares / count - sum / count * (sum / count);
            mean[channel] = (float)(origin + sum / count);
            deviation[channel] = variance > 1e-20 ? (float)Math.Sqrt(variance) : 1;
        }

        return new ChannelStatistics(mean, deviation);
    }
}
