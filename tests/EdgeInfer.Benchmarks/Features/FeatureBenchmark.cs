using System.Globalization;
using EdgeInfer.Benchmarks.Harness;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>Checks each case's values on every window, then measures it.</summary>
internal static class FeatureBenchmark
{
    private const double AbsoluteTolerance = 1e-6;
    private const double RelativeTolerance = 1e-5;
    private const string OursName = "ours";
    private const string MathNetName = "mathnet";

    public static FeatureRecord Run(FeatureCase features, int windows, InterleavedOptions options)
    {
        var difference = LargestDifference(features, windows);
        var result = Interleaved.Measure(
            [new(OursName, features.Ours), new(MathNetName, features.MathNet)], windows, options);
        var (ours, ratio) = (result[OursName], result.Ratio(OursName, MathNetName));
        return new FeatureRecord(
            features.Name, ours.MedianNanoseconds, result[MathNetName].MedianNanoseconds,
            ratio.Median, ratio.P10, ratio.P90, difference, ours.AllocatedBytes);
    }

    private static double LargestDifference(FeatureCase features, int windows)
    {
        var largest = 0.0;
        for (var window = 0; window < windows; window++)
        {
            features.Ours(window);
            features.MathNet(window);
            for (var i = 0; i < features.OursValues.Length; i++)
            {
                var (ours, theirs) = (features.OursValues[i], features.MathNetValues[i]);
                var apart = Math.Abs(ours - theirs);
                if (!(apart <= Math.Max(AbsoluteTolerance, RelativeTolerance * Math.Abs(theirs))))
                {
                    throw new InvalidOperationException(string.Create(
                        CultureInfo.InvariantCulture, $"{features.Name}, window {window}, value {i}: ours {ours}, MathNet's {theirs}"));
                }

                if (apart > AbsoluteTolerance)
                    largest = Math.Max(largest, apart / Math.Abs(theirs));
            }
        }

        return largest;
    }
}
