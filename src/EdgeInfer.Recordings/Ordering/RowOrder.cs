using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Ordering;

/// <summary>Puts the rows of one recording in the order of time.</summary>
internal static class RowOrder
{
    /// <summary>The places of the rows in the order of time, stable; within each piece where the clock was set back in between.</summary>
    public static int[] ByTime(ReadOnlySpan<long> times)
    {
        int[] order = [.. Enumerable.Range(0, times.Length)];
        long[] keys = [.. times];
        var first = 0;
        for (var row = 1; row <= keys.Length; row++)
        {
            if (row < keys.Length && (keys[row] >= keys[row - 1] || !BackwardSteps.BeginsAnew(keys, row)))
                continue;
            order.AsSpan(first, row - first).Sort((a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : a.CompareTo(b));
            first = row;
        }

        return order;
    }

    /// <exception cref="InvalidInputException">A row is late.</exception>
    public static void RefuseLateRows(ReadOnlySpan<long> times, ReadOnlySpan<int> lines, string path) =>
        RefuseLateRows(times, lines, path, 1, times.Length);

    /// <summary>As with all rows, for those from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    /// <exception cref="InvalidInputException">A row is late.</exception>
    public static void RefuseLateRows(ReadOnlySpan<long> times, ReadOnlySpan<int> lines, string path, int first, int end)
    {
        var common = -1L;
        for (var row = first; row < end; row++)
        {
            if (times[row] >= times[row - 1])
                continue;
            if (common < 0)
                common = BackwardSteps.CommonStep(times);
            if (BackwardSteps.Of(times, row, common) == ClockStep.LateRow)
            {
                throw InvalidInputException.AtLine(
                    path,
                    lines[row],
                    $"the row is out of order: its time is {Seconds(times[row - 1] - times[row])} s before that of line {lines[row - 1]}; "
                    + "\"sort\": true in the timestamp of dataset.json puts rows in the order of time");
            }
        }
    }

    private static string Seconds(long nanoseconds) => FormattableString.Invariant($"{nanoseconds / 1e9:0.#########}");
}
