using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Holes;

/// <summary>Fills the holes of each channel: runs of NaN between two values.</summary>
internal static class HoleFilling
{
    /// <summary>Fills holes of at most the rule's length; of a longer one all stays NaN. Returns the number of values filled.</summary>
    /// <param name="values">Row by row, one value a channel; changed in place.</param>
    /// <param name="channels">Values in a row.</param>
    /// <param name="times">Time of each row of one recording, ns.</param>
    /// <param name="holes">The rule.</param>
    public static long Apply(Span<float> values, int channels, ReadOnlySpan<long> times, DatasetHoles holes)
    {
        if (holes.Rule == HoleRule.Gap)
            return 0;
        var filled = 0L;
        var longest = holes.LimitSeconds!.Value * 1e9;
        for (var channel = 0; channel < channels; channel++)
        {
            var known = -1;
            for (var row = 0; row < times.Length; row++)
            {
                if (float.IsNaN(values[row * channels + channel]))
                    continue;
                if (known >= 0 && row - known > 1 && Rises(times[known..(row + 1)]) && times[row] - times[known] <= longest)
                    filled += Fill(values, channels, channel, times, known, row, holes.Rule);
                known = row;
            }

            // Nothing follows the last hole: only the value before it can stand in.
            if (holes.Rule == HoleRule.Hold && known >= 0 && known + 1 < times.Length
                && Rises(times[known..]) && times[^1] - times[known] <= longest)
                filled += Hold(values, channels, channel, known, times.Length);
        }

        return filled;
    }

    private static int Fill(
        Span<float> values, int channels, int channel, ReadOnlySpan<long> times, int known, int next, HoleRule rule)
    {
        if (rule == HoleRule.Hold)
            return Hold(values, channels, channel, known, next);
        double from = values[known * channels + channel];
        double to = values[next * channels + channel];
        double length = times[next] - times[known];
        for (var row = known + 1; row < next; row++)
            values[row * channels + channel] = (float)(from + (to - from) * ((times[row] - times[known]) / length));
        return next - known - 1;
    }

    private static int Hold(Span<float> values, int channels, int channel, int known, int next)
    {
        for (var row = known + 1; row < next; row++)
            values[row * channels + channel] = values[known * channels + channel];
        return next - known - 1;
    }

    private static bool Rises(ReadOnlySpan<long> times)
    {
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] < times[i - 1])
                return false;
        }

        return true;
    }
}
