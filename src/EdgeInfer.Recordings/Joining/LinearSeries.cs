using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Joining;

/// <summary>The samples of one sensor, to be asked at the times of another one.</summary>
/// <param name="times">Rising, ns; one at least.</param>
/// <param name="values">Row by row, one value a channel.</param>
/// <param name="channels">Values in a row.</param>
/// <param name="maxGapNanoseconds">Longest step that is bridged.</param>
internal sealed class LinearSeries(long[] times, float[] values, int channels, double maxGapNanoseconds)
{
    /// <summary>A sensor slower than the data set's rate steps further than its gaps: three of its own steps are none.</summary>
    private const int OwnSteps = 3;

    private readonly double _longest = Math.Max(
        maxGapNanoseconds, OwnSteps * (TimeUnit.NanosecondsPerSecond / (RateOfTimes.Of(times) ?? double.PositiveInfinity)));

    private int _after;

    public long First => times[0];

    public long Last => times[^1];

    /// <summary>The values at a time from <see cref="First"/> to <see cref="Last"/>, in rising order; NaN inside a gap.</summary>
    public void At(long time, Span<float> sample)
    {
        while (times[_after] < time)
            _after++;
        if (times[_after] == time)
        {
            Row(_after).CopyTo(sample);
            return;
        }

        var (before, after) = (_after - 1, _after);
        double length = times[after] - times[before];
        if (length > _longest)
        {
            sample[..channels].Fill(float.NaN);
            return;
        }

        var weight = (time - times[before]) / length;
        var from = Row(before);
        var to = Row(after);
        for (var channel = 0; channel < channels; channel++)
            sample[channel] = (float)(from[channel] + ((double)to[channel] - from[channel]) * weight);
    }

    private ReadOnlySpan<float> Row(int row) => values.AsSpan(row * channels, channels);
}
