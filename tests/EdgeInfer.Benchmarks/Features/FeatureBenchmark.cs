using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Core.Features;
using MathNet.Numerics.Statistics;

namespace EdgeInfer.Benchmarks.Features;

internal static class FeatureBenchmark
{
    public static IEnumerable<FeatureRecord> Run(InterleavedOptions options)
    {
        var windows = SyntheticWindows.Make(64, 100, options.Seed);
        var extractor = new FeatureExtractor(SyntheticWindows.Shape(100), null);
        var output = new float[extractor.OutputLength];
        var series = new double[100];
        var result = Interleaved.Measure(
            [
                new("ours", row => extractor.Apply(windows[row], output)),
                new("mathnet", row =>
                {
                    for (var channel = 0; channel < 6; channel++)
                    {
                        for (var i = 0; i < 100; i++)
                            series[i] = windows[row][channel * 100 + i];
                        output[channel] = (float)ArrayStatistics.MeanVariance(series).Item2;
                    }
                }),
            ],
            windows.Length, options);
        var ratio = result.Ratio("ours", "mathnet");
        yield return new("all", result["ours"].MedianNanoseconds, result["mathnet"].MedianNanoseconds, ratio.Median, ratio.Low, ratio.High, 0, result["ours"].AllocatedBytes);
    }
}
