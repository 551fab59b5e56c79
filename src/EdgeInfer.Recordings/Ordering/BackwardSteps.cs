using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Ordering;

/// <summary>Tells rows that come late from a clock that was set back.</summary>
internal static class BackwardSteps
{
    /// <summary>A row that is later than this many steps is not late: the recording began anew.</summary>
    private const int LatestSteps = 10;

    /// <summary>So many rows that fall among the times before are no coincidence.</summary>
    private const int FewRows = 10;

    /// <param name="times">Of the rows of one recording, ns.</param>
    /// <param name="row">One whose time is before that of the row above it.</param>
    /// <param name="common">Common distance of two rows in time, ns.</param>
    public static ClockStep Of(ReadOnlySpan<long> times, int row, long common) =>
        (times[row - 1] - times[row]) / LatestSteps <= common && Doubled(times, row) == 0 ? ClockStep.LateRow : ClockStep.SetBack;

    /// <summary>Whether the rows from here count over many times that rows above have counted.</summary>
    public static bool BeginsAnew(ReadOnlySpan<long> times, int row) => Doubled(times, row) > FewRows;

    /// <summary>Common distance of rows in time, forward or back, ns; 0 where all are equal.</summary>
    public static long CommonStep(ReadOnlySpan<long> times)
    {
        var steps = new long[Math.Max(times.Length - 1, 0)];
        for (var i = 0; i < steps.Length; i++)
            steps[i] = Math.Abs(times[i + 1] - times[i]);
        return RateOfTimes.MedianOf(steps) ?? 0;
    }

    /// <summary>
    /// Rows of the rising run that begins here whose times lie among those of the run above. Late rows have none: they fit into one
    /// hole of the run above, and the run goes on behind it.
    /// </summary>
    private static int Doubled(ReadOnlySpan<long> times, int row)
    {
        var first = row - 1;
        while (first > 0 && times[first - 1] > times[row] && times[first - 1] <= times[first])
            first--;
        var count = 0;
        for (var i = row; i < times.Length && times[i] <= times[row - 1]; i++)
        {
            if (i > row && times[i] < times[i - 1])
                break;
            if (times[i] >= times[first])
                count++;
        }

        return count;
    }
}
