using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>What each channel is on average over the training side, so that every model sees the same in place of a segment.</summary>
internal static class ChannelMeans
{
    /// <summary>One a channel, in the channel's unit.</summary>
    /// <exception cref="InvalidInputException">The training side holds no window.</exception>
    public static float[] Read(RecordingSet set)
    {
        var shape = set.TestShape;
        var sums = new double[shape.Channels.Count];
        var count = 0L;
        foreach (var recording in set.Recordings.Where(recording => recording.Side == SplitSide.Train))
        {
            foreach (var window in WindowSet.Read(set, [recording], shape).Values)
            {
                for (var i = 0; i < window.Length; i++)
                    sums[i / shape.Length] += window[i];
                count += shape.Length;
            }
        }

        return count > 0
            ? [.. sums.Select(sum => (float)(sum / count))]
            : throw new InvalidInputException(set.Directory, $"split '{set.Split.Name}' has no training window to take channel means from");
    }
}
