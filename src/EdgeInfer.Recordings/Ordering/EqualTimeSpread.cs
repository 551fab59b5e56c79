using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Ordering;

/// <summary>Spreads the rows that share one time of a coarse clock.</summary>
internal static class EqualTimeSpread
{
    /// <summary>A step of the clock beyond this many common ones has lost rows in it.</summary>
    private const double LongestStep = 1.5;

    /// <summary>
    /// Rows of one time are spread evenly until the next time. Where no next time follows soon, and in a first group that
    /// the recording began in the middle of, rows keep the common distance. Returns the number of rows moved.
    /// </summary>
    /// <param name="times">Of the rows of one recording, in their order, ns; changed in place.</param>
    public static int Apply(Span<long> times)
    {
        var starts = GroupStarts(times);
        var steps = new long[starts.Count - 1];
        var distances = new long[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = times[starts[i + 1]] - times[starts[i]];
            distances[i] = steps[i] / (starts[i + 1] - starts[i]);
        }

        if (RateOfTimes.MedianOf(steps) is not { } step || RateOfTimes.MedianOf(distances) is not { } distance)
            return 0;
        var moved = 0;
        for (var group = 0; group < starts.Count; group++)
        {
            var first = starts[group];
            var count = (group + 1 < starts.Count ? starts[group + 1] : times.Length) - first;
            var isWhole = group < steps.Length && steps[group] >= 0 && steps[group] <= LongestStep * step;
            var begunBefore = group == 0 && isWhole && count * distance < steps[0];
            var start = begunBefore ? times[first] + steps[0] - count * distance : times[first];
            for (var k = 0; k < count; k++)
                times[first + k] = start + (isWhole && !begunBefore ? (long)((Int128)steps[group] * k / count) : k * distance);
            moved += count - 1;
        }

        return moved;
    }

    private static List<int> GroupStarts(ReadOnlySpan<long> times)
    {
        var starts = new List<int> { 0 };
        for (var row = 1; row < times.Length; row++)
        {
            if (times[row] != times[row - 1])
                starts.Add(row);
        }

        return starts;
    }
}
