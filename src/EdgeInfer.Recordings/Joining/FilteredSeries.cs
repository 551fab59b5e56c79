using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Sources;

namespace EdgeInfer.Recordings.Joining;

/// <summary>The samples of one sensor behind an anti-alias filter, at their own times.</summary>
internal static class FilteredSeries
{
    /// <param name="times">Rising, ns.</param>
    /// <param name="values">Row by row, one value a channel.</param>
    /// <param name="filter">Filter of as many channels.</param>
    /// <param name="maxGapNanoseconds">A longer step begins anew.</param>
    /// <returns>Row by row; rows of equal time have one value, their mean.</returns>
    public static float[] Of(long[] times, float[] values, AntiAliasFilter filter, double maxGapNanoseconds)
    {
        var channels = values.Length / times.Length;
        var filtered = new float[values.Length];
        var sample = new float[channels];
        var done = 0;
        for (var row = 0; row < times.Length; row++)
        {
            var startsSegment = row > 0 && times[row] - times[row - 1] > maxGapNanoseconds;
            filter.Push(new SampleHeader(times[row], 0, 0, 0), values.AsSpan(row * channels, channels), startsSegment);
            TakeAll();
        }

        filter.Complete();
        TakeAll();
        return filtered;

        void TakeAll()
        {
            while (filter.TryTake(sample, out var header))
            {
                for (; done < times.Length && times[done] == header.TimeNanoseconds; done++)
                    sample.CopyTo(filtered, done * channels);
            }
        }
    }
}
