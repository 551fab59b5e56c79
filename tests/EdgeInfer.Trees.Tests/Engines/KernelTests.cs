using CsCheck;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Tests.Ensembles;

namespace EdgeInfer.Trees.Tests.Engines;

/// <summary>One suite for all kernels. AVX-512's runs in software where the processor has none.</summary>
public class KernelTests
{
    public static TheoryData<TreeKernel> Kernels =>
        [.. TreeModel.KernelsFor(SmallEnsembles.Calibrated).Union([TreeKernel.Heads512])];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void ScoresOfAnyEnsembleEqualTheNaiveEvaluation(TreeKernel kernel)
    {
        var cases = Gen.Select(RandomEnsembles.Any, Gen.Int[0, int.MaxValue]);
        Deterministic.ForAll(cases, 200, ((TreeEnsemble Ensemble, int Seed) c) =>
            AssertExact(c.Ensemble, kernel, EdgeRows.Of(c.Ensemble, c.Seed)));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void ScoresOfGrownTreesEqualTheNaiveEvaluation(TreeKernel kernel)
    {
        GrownEnsemble[] shapes =
        [
            new(Features: 60, Outputs: 1, Trees: 100, Nodes: 19, Thresholds: 40),
            new(Features: 40, Outputs: 1, Trees: 30, Nodes: 63, Thresholds: 250) { Counted = true },
            new(Features: 30, Outputs: 5, Trees: 33, Nodes: 19, Thresholds: 30) { Missing = true, Counted = true },
            new(Features: 8, Outputs: 2, Trees: 9, Nodes: 1500, Thresholds: 1500) { Aggregation = Aggregation.Mean, Counted = true },
            new(Features: 5, Outputs: 1, Trees: 6, Nodes: 120, Thresholds: 20) { Chain = 1 },
        ];
        foreach (var shape in shapes)
        {
            var ensemble = shape.Grow(seed: 5);
            AssertExact(ensemble, kernel, EdgeRows.Of(ensemble, seed: 7, count: 60));
        }
    }

    [Theory]
    [InlineData(TreeKernel.Walk, 300)]
    [InlineData(TreeKernel.Heads512, 100)]
    [InlineData(TreeKernel.Heads512, 240)]
    public void ManyFeaturesAreScoredExactly(TreeKernel kernel, int features)
    {
        var ensemble = new GrownEnsemble(features, Outputs: 3, Trees: 60, Nodes: 30, Thresholds: 60).Grow(seed: 11);

        AssertExact(ensemble, kernel, EdgeRows.Of(ensemble, seed: 13, count: 40));
    }

    [Fact]
    public void MoreFeaturesThanAKernelLooksUpAreRefused()
    {
        var ensemble = new GrownEnsemble(Features: 400, Outputs: 1, Trees: 60, Nodes: 30, Thresholds: 60).Grow(seed: 11);

        Assert.Throws<ArgumentException>(() => new TreeModel(ensemble, TreeKernel.Heads512));
        Assert.DoesNotContain(TreeKernel.Heads512, TreeModel.KernelsFor(ensemble));
    }

    [Fact]
    public void ALargeEnsembleIsWalkedPlainly()
    {
        var chain = new GrownEnsemble(Features: 2, Outputs: 1, Trees: 800, Nodes: 1024, Thresholds: 20) { Chain = 1 }.Grow(seed: 2);
        using var model = new TreeModel(chain);

        Assert.Equal(TreeKernel.Reference, model.Kernel);
        Assert.Equal([TreeKernel.Reference], TreeModel.KernelsFor(chain));
        Assert.Throws<ArgumentException>(() => new TreeModel(chain, TreeKernel.Walk));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void AScoreAllocatesNothing(TreeKernel kernel)
    {
        Assert.SkipUnless(TreeModel.KernelsFor(SmallEnsembles.Calibrated).Contains(kernel), $"this processor has no {kernel}; its stand-in in software allocates");
        using var model = new TreeModel(new GrownEnsemble(Features: 20, Outputs: 2, Trees: 40, Nodes: 63, Thresholds: 40).Grow(seed: 3), kernel);
        var (row, raw) = (new float[20], new float[2]);
        model.Score(row, raw);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            model.Score(row, raw);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void TheFastestKernelIsOneThatThisProcessorHas()
    {
        var ensemble = new GrownEnsemble(Features: 20, Outputs: 2, Trees: 40, Nodes: 63, Thresholds: 40).Grow(seed: 3);
        using var model = new TreeModel(ensemble);

        Assert.Contains(model.Kernel, TreeModel.KernelsFor(ensemble));
    }

    private static void AssertExact(TreeEnsemble ensemble, TreeKernel kernel, IEnumerable<float[]> rows)
    {
        using var model = new TreeModel(ensemble, kernel);
        var raw = new float[ensemble.OutputCount];
        foreach (var row in rows)
        {
            model.Score(row, raw);
            for (var output = 0; output < raw.Length; output++)
                Assert.Equal(Bits(NaiveEvaluation.Score(ensemble, row, output)), Bits(raw[output]));
        }
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);
}
