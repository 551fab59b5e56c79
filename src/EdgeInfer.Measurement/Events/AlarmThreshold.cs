using System.Globalization;

namespace EdgeInfer.Measurement.Events;

/// <summary>
/// The threshold for a stated number of false alarms per device-day, from scores of normal time that the model has not
/// seen. Where that time would hold at least one such alarm, it is counted. Where it is too short, the peaks above a
/// high quantile are taken for the tail of a Pareto law, whose exponent is Hill's estimate (Hill 1975), as in peaks
/// over threshold (Siffer et al., KDD 2017), and the threshold lies outside what was seen.
/// </summary>
/// <param name="Value">On the scale of the scores.</param>
/// <param name="ObservedDays">Normal time behind it, days.</param>
/// <param name="Peaks">Peaks that the tail was fitted to; 0 where alarms were counted.</param>
/// <param name="TailIndex">Exponent of the tail (1 over alpha); 0 where alarms were counted.</param>
public sealed record AlarmThreshold(double Value, double ObservedDays, int Peaks, double TailIndex)
{
    private const double SecondsPerDay = 86_400;
    private const double TailQuantile = 0.8;

    public bool IsExtrapolated => Peaks > 0;

    /// <param name="series">Opening scores of each recording, in the order of time.</param>
    /// <param name="hopSeconds">Time that a window stands for, s.</param>
    /// <param name="perDay">False alarms per device-day, above 0.</param>
    /// <exception cref="ArgumentException">No score, or one below 0 or not finite.</exception>
    public static AlarmThreshold For(IReadOnlyList<IReadOnlyList<float>> series, double hopSeconds, double perDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perDay);
        float[] all = [.. series.SelectMany(scores => scores).Order()];
        if (all.Length == 0)
            throw new ArgumentException("no normal window to choose a threshold on", nameof(series));
        if (all.FirstOrDefault(score => !(score >= 0 && float.IsFinite(score)), 0) is var wrong && wrong != 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"score {wrong} is below 0 or not finite"), nameof(series));
        var days = all.Length * hopSeconds / SecondsPerDay;
        return perDay * days >= 1 ? Counted(series, all, days, perDay) : Extrapolated(series, all, days, perDay);
    }

    /// <summary>The lowest threshold just above a score that was seen which opens no more alarms than asked.</summary>
    private static AlarmThreshold Counted(IReadOnlyList<IReadOnlyList<float>> series, float[] sorted, double days, double perDay)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (PeaksAtLeast(series, MathF.BitIncrement(sorted[middle])).Count() <= perDay * days)
                high = middle;
            else
                low = middle + 1;
        }

        return new AlarmThreshold(MathF.BitIncrement(sorted[low]), days, 0, 0);
    }

    private static AlarmThreshold Extrapolated(IReadOnlyList<IReadOnlyList<float>> series, float[] sorted, double days, double perDay)
    {
        var start = Math.Max(sorted[(int)(TailQuantile * (sorted.Length - 1))], float.Epsilon);
        float[] peaks = [.. PeaksAtLeast(series, start)];
        var tail = peaks.Average(peak => Math.Log(peak / (double)start));
        var value = start * Math.Pow(peaks.Length / days / perDay, tail);
        // Never below a score of the normal state that was seen.
        return new AlarmThreshold(Math.Max(value, MathF.BitIncrement(sorted[^1])), days, peaks.Length, tail);
    }

    /// <summary>The highest score of each unbroken run at or above a level.</summary>
    private static IEnumerable<float> PeaksAtLeast(IReadOnlyList<IReadOnlyList<float>> series, float level)
    {
        foreach (var scores in series)
        {
            float? peak = null;
            foreach (var score in scores)
            {
                if (score >= level)
                {
                    peak = Math.Max(peak ?? score, score);
                    continue;
                }

                if (peak is { } ended)
                    yield return ended;
                peak = null;
            }

            if (peak is { } last)
                yield return last;
        }
    }
}
