using CsCheck;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Engines.Heads;
using EdgeInfer.Trees.Engines.Sums;
using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Tests.Ensembles;

namespace EdgeInfer.Trees.Tests.Engines;

/// <summary>One suite for all kernels, and for AVX-512's on processors without it.</summary>
public class KernelTests
{
    private static readonly GrownEnsemble[] Shapes =
    [
        new(Features: 60, Outputs: 1, Trees: 100, Nodes: 19, Thresholds: 40),
        new(Features: 40, Outputs: 1, Trees: 30, Nodes: 63, Thresholds: 250) { Counted = true },
        new(Features: 30, Outputs: 5, Trees: 33, Nodes: 19, Thresholds: 30) { Missing = true, Counted = true },
        new(Features: 8, Outputs: 2, Trees: 9, Nodes: 1500, Thresholds: 1500) { Aggregation = Aggregation.Mean, Counted = true },
        new(Features: 5, Outputs: 1, Trees: 6, Nodes: 120, Thresholds: 20) { Chain = 1 },
    ];

    public static TheoryData<TreeKernel> Kernels => [.. TreeModel.KernelsFor(SmallEnsembles.Calibrated)];

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
        foreach (var shape in Shapes)
        {
            var ensemble = shape.Grow(seed: 5);
            AssertExact(ensemble, kernel, EdgeRows.Of(ensemble, seed: 7, count: 60));
        }
    }

    /// <summary>Values above all thresholds of a segment whose blocks are full, with smaller thresholds in the segment behind it.</summary>
    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(239)]
    [InlineData(240)]
    [InlineData(241)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(495)]
    public void EveryNumberOfThresholdsIsRankedExactly(int thresholds)
    {
        DecisionTree Stump(int feature, float threshold, int leaf) =>
            new(0, [feature], [threshold], [~0], [~1], [0, Math.ScaleB(1, leaf % 40)]);
        var ensemble = new TreeEnsemble(
            2,
            1,
            [.. Enumerable.Range(0, thresholds).Select(i => Stump(0, i, i)), .. Enumerable.Range(0, 20).Select(i => Stump(1, i - 100, i))],
            Aggregation.Sum,
            new EnsembleLink.Identity());
        float[][] rows =
        [
            .. Enumerable.Range(-1, thresholds + 2).Select(i => new[] { i - 0.5f, i % 2 == 0 ? 50f : -200f }),
            [1e9f, 1e9f],
            [float.NaN, float.NaN],
        ];

        foreach (var kernel in TreeModel.KernelsFor(ensemble))
            AssertExact(ensemble, kernel, rows);
    }

    [Fact]
    public void SumsOfTheAvx512KernelAreThoseOfTheWalkWhereverItRuns()
    {
        GrownEnsemble[] wider =
        [
            .. new[] { 100, 240 }.Select(features => new GrownEnsemble(features, Outputs: 3, Trees: 60, Nodes: 30, Thresholds: 60)),
        ];
        foreach (var shape in Shapes.Concat(wider))
        {
            var ensemble = shape.Grow(seed: 5);
            var table = new ThresholdTable(ensemble);
            var (expected, sums) = (new double[ensemble.OutputCount], new double[ensemble.OutputCount]);
            var (walk, sweep) = (new OrderedSum(ensemble), ZmmSweep.TryOf<SoftwarePermutation>(ensemble, table)!);
            foreach (var row in EdgeRows.Of(ensemble, seed: 7, count: 40))
            {
                walk.Of(row, expected);
                sweep.Of(row, sums);
                for (var output = 0; output < sums.Length; output++)
                    Assert.Equal(expected[output], sums[output], 1e-9);
            }
        }
    }

    [Fact]
    public void ManyFeaturesAreScoredExactly()
    {
        var ensemble = new GrownEnsemble(Features: 300, Outputs: 3, Trees: 60, Nodes: 30, Thresholds: 60).Grow(seed: 11);

        foreach (var kernel in TreeModel.KernelsFor(ensemble))
            AssertExact(ensemble, kernel, EdgeRows.Of(ensemble, seed: 13, count: 40));
    }

    [Fact]
    public void MoreFeaturesThanAKernelLooksUpAreRefused()
    {
        var ensemble = new GrownEnsemble(Features: 400, Outputs: 1, Trees: 60, Nodes: 30, Thresholds: 60).Grow(seed: 11);

        Assert.Throws<ArgumentException>(() => new TreeModel(ensemble, TreeKernel.Heads128));
        Assert.Equal([TreeKernel.Reference, TreeKernel.Walk], TreeModel.KernelsFor(ensemble));
    }

    [Fact]
    public void AKernelThatThisProcessorLacksIsRefused()
    {
        var lacking = Enum.GetValues<TreeKernel>().Except(TreeModel.KernelsFor(SmallEnsembles.Calibrated)).ToArray();
        Assert.SkipWhen(lacking.Length == 0, "this processor has all kernels");

        Assert.All(lacking, kernel => Assert.Throws<PlatformNotSupportedException>(() => new TreeModel(SmallEnsembles.Calibrated, kernel)));
    }

    [Fact]
    public void AnUnsoundEnsembleHasNoKernels()
    {
        var circle = new DecisionTree(0, [0], [0], [0], [~0], [1, 2]);

        Assert.Throws<ArgumentException>(() => TreeModel.KernelsFor(SmallEnsembles.Of(circle)));
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
        using var model = new TreeModel(
            new GrownEnsemble(Features: 20, Outputs: 2, Trees: 40, Nodes: 63, Thresholds: 40).Grow(seed: 3), kernel);
        var (row, raw) = (new float[20], new float[2]);
        model.Score(row, raw);

        Assert.Equal(0, Allocation.OfLeastRound(() =>
        {
            for (var i = 0; i < 1000; i++)
                model.Score(row, raw);
        }));
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
