using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Measurement.Groups;

namespace EdgeInfer.Trainer.Compression;

/// <summary>A compressed network passes where the lower end of the 95 % interval of its paired difference stays above minus the margin.</summary>
internal static class AccuracyGate
{
    /// <param name="place">Bundle, for errors.</param>
    /// <param name="difference">Compressed minus original, paired over groups.</param>
    /// <param name="margin">0 to 1.</param>
    /// <exception cref="InvalidInputException">It does not pass, or one group gives no interval.</exception>
    public static void Require(string place, PairedDifference difference, double margin)
    {
        if (difference.Interval95 is not { } interval)
            throw new InvalidInputException(place, $"{difference.Groups} test group gives no interval of the accuracy that is lost; two or more are needed; nothing was exported");
        if (!(interval.Low > -margin))
            throw new InvalidInputException(place, string.Create(CultureInfo.InvariantCulture, $"accuracy changes by {difference.Mean:+0.0000;-0.0000} [{interval.Low:+0.0000;-0.0000}, {interval.High:+0.0000;-0.0000}] over {difference.Groups} test groups; the lower end is not above -{margin:0.####}; nothing was exported"));
    }
}
