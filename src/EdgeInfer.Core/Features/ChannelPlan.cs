using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features;

/// <summary>Which channels of a shape are signals, which one is the shaft speed, and which form vectors.</summary>
/// <param name="Signals">Indices of signal channels, ascending.</param>
/// <param name="Speed">Index of the first speed channel, or null.</param>
/// <param name="Vectors">
/// Index of the first of three neighbouring signal channels that are one vector: runs of signals of one unit, whose
/// length is a multiple of three, are cut into threes.
/// </param>
internal sealed record ChannelPlan(int[] Signals, int? Speed, int[] Vectors)
{
    public const int VectorLength = 3;

    public static ChannelPlan Of(IReadOnlyList<Channel> channels)
    {
        int[] signals = [.. Enumerable.Range(0, channels.Count).Where(i => channels[i].Role == ChannelRole.Signal)];
        int[] speeds = [.. Enumerable.Range(0, channels.Count).Where(i => channels[i].Role == ChannelRole.Speed)];
        return new ChannelPlan(signals, speeds.Length > 0 ? speeds[0] : null, FindVectors(channels));
    }

    private static int[] FindVectors(IReadOnlyList<Channel> channels)
    {
        var vectors = new List<int>();
        for (var start = 0; start < channels.Count;)
        {
            var end = start + 1;
            while (end < channels.Count && channels[end].Unit == channels[start].Unit && channels[end].Role == channels[start].Role)
                end++;
            if (channels[start].Role == ChannelRole.Signal && (end - start) % VectorLength == 0)
            {
                for (var first = start; first < end; first += VectorLength)
                    vectors.Add(first);
            }

            start = end;
        }

        return [.. vectors];
    }
}
