using EdgeInfer.Benchmarks.Explanations;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Tests.Explanations;

public sealed class ShapBenchmarkTests
{
    private static readonly InterleavedOptions Brief = new()
    {
        Rounds = 2, Block = TimeSpan.FromMicroseconds(50), WarmUp = TimeSpan.FromMilliseconds(1),
    };

    [Fact]
    public void WithoutLightGbmOursIsMeasuredBesideTheRecursion()
    {
        var twoTrees = new TreeEnsemble(
            SyntheticRows.FeatureCount, 1, [.. TinyEnsemble.Make().Trees.Take(2)], Aggregation.Sum, new EnsembleLink.Identity());

        var record = ShapBenchmark.Run("tiny", twoTrees, Brief, besideLightGbm: false);

        Assert.True(record.NsMedian > 0);
        Assert.True(record.RecursionRatio > 0);
        Assert.Null(record.LightgbmNs);
        Assert.Null(record.Ratio);
    }
}
