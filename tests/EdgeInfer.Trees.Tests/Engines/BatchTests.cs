using CsCheck;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Engines.Batches;
using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Tests.Ensembles;

namespace EdgeInfer.Trees.Tests.Engines;

public class BatchTests
{
    public static TheoryData<GrownEnsemble, int> Shapes => new()
    {
        { new(Features: 60, Outputs: 1, Trees: 100, Nodes: 19, Thresholds: 40), 1000 },
        { new(Features: 30, Outputs: 5, Trees: 33, Nodes: 19, Thresholds: 300) { Missing = true }, 131 },
        { new(Features: 9, Outputs: 2, Trees: 8, Nodes: 255, Thresholds: 900) { Aggregation = Aggregation.Mean }, 63 },
        { new(Features: 9, Outputs: 1, Trees: 5, Nodes: 300, Thresholds: 900), 70 },
        { new(Features: 3, Outputs: 1, Trees: 4, Nodes: 200, Thresholds: 20) { Chain = 1 }, 15 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ABatchEqualsRowByRow(GrownEnsemble shape, int count)
    {
        var ensemble = shape.Grow(seed: 17);

        AssertExact(ensemble, EdgeRows.Of(ensemble, seed: 19, count).ToArray());
    }

    [Fact]
    public void ABatchOfAnyEnsembleEqualsTheNaiveEvaluation()
    {
        var cases = Gen.Select(RandomEnsembles.Any, Gen.Int[0, int.MaxValue]);
        Deterministic.ForAll(
            cases, 100, ((TreeEnsemble Ensemble, int Seed) c) => AssertExact(c.Ensemble, EdgeRows.Of(c.Ensemble, c.Seed).ToArray()));
    }

    [Fact]
    public void EveryWidthOfVectorGivesTheSameSums()
    {
        var ensemble = new GrownEnsemble(Features: 30, Outputs: 3, Trees: 33, Nodes: 40, Thresholds: 300).Grow(seed: 23);
        var rows = EdgeRows.Of(ensemble, seed: 29, count: 50).SelectMany(row => row).ToArray();
        var table = new ThresholdTable(ensemble);
        var program = BatchProgram.TryOf(ensemble, table)!;
        double[][] sums = [.. Enumerable.Range(0, 3).Select(_ => new double[3 * BatchSum.Rows])];

        new VerticalSum<Bytes128>(program, table).Of(rows, 30, sums[0]);
        new VerticalSum<Bytes256>(program, table).Of(rows, 30, sums[1]);
        new VerticalSum<Bytes512>(program, table).Of(rows, 30, sums[2]);

        Assert.Equal(sums[0], sums[1]);
        Assert.Equal(sums[0], sums[2]);
        Assert.Contains(sums[0], sum => sum != 0);
    }

    [Fact]
    public void ABatchAllocatesNothing()
    {
        using var model = new TreeModel(
            new GrownEnsemble(Features: 20, Outputs: 2, Trees: 40, Nodes: 30, Thresholds: 40).Grow(seed: 3), TreeKernel.Walk);
        var (rows, raw) = (new float[100 * 20], new float[100 * 2]);
        model.ScoreBatch(rows, raw);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            model.ScoreBatch(rows, raw);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(39, 4)]
    [InlineData(40, 3)]
    public void SpansOfAnotherLengthAreRefused(int values, int scores)
    {
        using var model = new TreeModel(
            new GrownEnsemble(Features: 20, Outputs: 2, Trees: 4, Nodes: 30, Thresholds: 40).Grow(seed: 3), TreeKernel.Walk);

        Assert.Throws<ArgumentException>(() => model.ScoreBatch(new float[values], new float[scores]));
    }

    private static void AssertExact(TreeEnsemble ensemble, float[][] rows)
    {
        using var model = new TreeModel(ensemble, TreeKernel.Walk);
        var raw = new float[rows.Length * ensemble.OutputCount];

        model.ScoreBatch(rows.SelectMany(row => row).ToArray(), raw);

        for (var i = 0; i < raw.Length; i++)
        {
            var expected = NaiveEvaluation.Score(ensemble, rows[i / ensemble.OutputCount], i % ensemble.OutputCount);
            Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(raw[i]));
        }
    }
}
