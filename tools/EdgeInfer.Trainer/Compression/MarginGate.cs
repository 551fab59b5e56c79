using System.Globalization;
using EdgeInfer.Measurement.Groups;

namespace EdgeInfer.Trainer.Compression;

/// <summary>A compressed network passes where the lower end of the 95 % interval of its paired difference stays above minus the margin.</summary>
internal static class MarginGate
{
    /// <param name="difference">Compressed minus original, paired over groups.</param>
    /// <param name="margin">0 to 1.</param>
    /// <param name="figure">What it is a difference of.</param>
    /// <returns>Why it does not pass; null where it does.</returns>
    public static string? Refusal(PairedDifference difference, double margin, string figure)
    {
        if (difference.Interval95 is not { } interval)
            return $"{difference.Groups} test group gives no interval of the {figure} that is lost; two or more are needed; nothing was exported";
        return interval.Low > -margin
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{figure} changes by {difference.Mean:+0.0000;-0.0000} [{interval.Low:+0.0000;-0.0000}, {interval.High:+0.0000;-0.0000}] over {difference.Groups} test groups; the lower end is not above -{margin:0.####}; nothing was exported");
    }
}
