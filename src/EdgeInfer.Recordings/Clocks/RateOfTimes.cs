namespace EdgeInfer.Recordings.Clocks;

/// <summary>The rate at which samples were taken, from their times.</summary>
internal static class RateOfTimes
{
    /// <summary>Steps beyond this many of the median one are gaps, here as in windows by default.</summary>
    private const int GapSteps = 10;

    /// <summary>The rate of a recording shows in its first million of steps.</summary>
    private const int MostSteps = 1 << 20;

    /// <summary>Samples per second, or null where no sample comes after another one.</summary>
    public static double? Of(ReadOnlySpan<long> times)
    {
        var steps = new long[Math.Min(Math.Max(times.Length - 1, 0), MostSteps)];
        for (var i = 0; i < steps.Length; i++)
            steps[i] = times[i + 1] - times[i];
        return OfSteps(steps);
    }

    /// <summary>
    /// From steps in time, ns, in any order. Clocks round: the mean of the steps that are no gaps is nearer the truth than the median.
    /// </summary>
    public static double? OfSteps(long[] steps)
    {
        if (MedianOf(steps) is not { } median)
            return null;
        Int128 sum = 0;
        var count = 0L;
        foreach (var step in steps)
        {
            if (step < 0 || step / GapSteps > median)
                continue;
            sum += step;
            count++;
        }

        return (double)count * TimeUnit.NanosecondsPerSecond / (double)sum;
    }

    /// <summary>The middle one of the steps forward, ns; null where there is none.</summary>
    public static long? MedianOf(long[] steps)
    {
        long[] forward = [.. steps.Where(step => step > 0)];
        if (forward.Length == 0)
            return null;
        Array.Sort(forward);
        return forward[forward.Length / 2];
    }
}
