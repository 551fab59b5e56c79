using System.Globalization;

namespace EdgeInfer.Evaluation.Events;

/// <summary>
/// The threshold for a stated number of false alarms per device-day, from scores of normal time that the model has not
/// seen. Where that time would hold at least one such alarm, it is counted. Where it is too short, the peaks above a
/// high quantile are taken to fall off exponentially, as the tails of all laws of the Gumbel domain do (peaks over
/// threshold: Pickands 1975; Siffer et al., KDD 2017, with gamma = 0), and the threshold lies outside what was seen.
/// </summary>
/// <param name="Value">On the scale of the scores.</param>
/// <param name="ObservedDays">Normal time behind it, days.</param>
/// <param name="Peaks">Peaks that the tail was fitted to; 0 where alarms were counted.</param>
/// <param name="TailScale">
/// Mean excess of the peaks, by which a score must rise for alarms to become e times rarer; 0 where they were counted.
/// </param>
public sealed record AlarmThreshold(double Value, double ObservedDays, int Peaks, double TailScale)
{
    private const double SecondsPerDay = 86_400;
    private const double TailQuantile = 0.8;

    public bool IsExtrapolated => Peaks > 0;

    /// <param name="series">Opening scores of each segment, in the order of time.</param>
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
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"score {wrong} is below 0 or not finite"), nameof(series));
        var days = all.Length * hopSeconds / SecondsPerDay;
        return perDay * days >= 1 ? Counted(series, all, days, perDay) : Extrapolated(series, all, days, perDay);
    }

    /// <summary>
    /// The threshold just above a score that was seen, lowered from the highest score for as long as it opens no more
    /// alarms than asked. Below, a threshold may open few again, as runs grow together, but alarms then hardly ever close.
    /// </summary>
    private static AlarmThreshold Counted(IReadOnlyList<IReadOnlyList<float>> series, float[] sorted, double days, double perDay)
    {
        var runs = new RisingRuns(series);
        var level = sorted[^1];
        foreach (var next in sorted.Reverse().Distinct())
        {
            if (runs.Count > perDay * days)
                break;
            level = next;
            runs.Include(next);
        }

        return new AlarmThreshold(MathF.BitIncrement(level), days, 0, 0);
    }

    private static AlarmThreshold Extrapolated(IReadOnlyList<IReadOnlyList<float>> series, float[] sorted, double days, double perDay)
    {
        var start = sorted[(int)(TailQuantile * (sorted.Length - 1))];
        float[] peaks = [.. PeaksAtLeast(series, start)];
        var tail = peaks.Average(peak => (double)peak - start);
        var value = start + tail * Math.Log(peaks.Length / days / perDay);
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
