namespace EdgeInfer.Datasets.Surveying;

/// <summary>The step from row to row of a column that rises, without its gaps.</summary>
internal static class UsualStep
{
    /// <summary>Longer steps, in median ones, are gaps.</summary>
    private const double GapSteps = 10;

    /// <summary>Steps that differ by less are the same.</summary>
    private const double Same = 0.01;

    /// <summary>Where so many steps are the same, the others are samples that were lost.</summary>
    private const double Most = 0.9;

    /// <summary>
    /// The mean of the steps up to ten median ones: bursts show as many short steps and some long ones, and clocks round, so that the
    /// mean is nearer the truth than the median. Where nearly all steps are the same, that one. Where most rows share their value with
    /// the one before, the median rise over the rows of a value. NaN without a rise.
    /// </summary>
    public static double Of(IReadOnlyList<double> values)
    {
        var rise = MedianRise(values);
        double[] steps = [.. Steps(values).Where(step => step >= 0 && step <= GapSteps * rise)];
        if (steps.Length == 0)
            return double.NaN;
        if (steps.Count(step => step == 0) * 2 > steps.Length)
            return rise / RowsOfAValue(values);
        return steps.Count(step => Math.Abs(step - rise) <= Same * rise) >= Most * steps.Length ? rise : steps.Average();
    }

    /// <summary>NaN without a rise.</summary>
    public static double MedianRise(IReadOnlyList<double> values)
    {
        double[] rises = [.. Steps(values).Where(step => step > 0).Order()];
        return rises.Length == 0 ? double.NaN : rises[rises.Length / 2];
    }

    private static IEnumerable<double> Steps(IReadOnlyList<double> values) => values.Zip(values.Skip(1), (one, next) => next - one);

    /// <summary>The first and the last value are cut off by the recording's ends; where there are others, they tell.</summary>
    private static double RowsOfAValue(IReadOnlyList<double> values)
    {
        var runs = new List<int>();
        for (var i = 0; i < values.Count; i++)
        {
            if (i == 0 || values[i] != values[i - 1])
                runs.Add(0);
            runs[^1]++;
        }

        int[] whole = runs.Count > 2 ? [.. runs.Skip(1).SkipLast(1)] : [runs.Max()];
        return whole.Order().ElementAt(whole.Length / 2);
    }
}
