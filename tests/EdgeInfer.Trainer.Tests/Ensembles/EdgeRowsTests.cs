using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Tests.Families.Trees;


namespace EdgeInfer.Trainer.Tests.Ensembles;

public sealed class EdgeRowsTests
{
    [Fact]
    public void EveryKindOfEdgeAppears()
    {
        var trained = TreeSamples.Train("regression", TreeSamples.Data);
        var split = trained.Ensemble.Trees[0];
        var (feature, threshold) = (split.Feature[0], split.Threshold[0]);
        float[] seen = [.. EdgeRows.Of(trained.Ensemble, TreeSamples.Data.Rows, count: 4_000, seed: 3).Select(row => row[feature])];

        Assert.Contains(seen, float.IsNaN);
        Assert.Contains(float.PositiveInfinity, seen);
        Assert.Contains(float.NegativeInfinity, seen);
        Assert.Contains(seen, value => BitConverter.SingleToInt32Bits(value) == BitConverter.SingleToInt32Bits(-0f));
        Assert.Contains(seen, value => float.IsSubnormal(value));
        Assert.Contains(threshold, seen);
        Assert.Contains(MathF.BitIncrement(threshold), seen);
        Assert.Contains(MathF.BitDecrement(threshold), seen);
    }

    [Fact]
    public void TheSameSeedGivesTheSameRowsAndTheGivenOnesStayAsTheyAre()
    {
        var trained = TreeSamples.Train("regression", TreeSamples.Data);
        var before = TreeSamples.Data.Rows.SelectMany(row => row).ToArray();

        var first = EdgeRows.Of(trained.Ensemble, TreeSamples.Data.Rows, 50, seed: 3).SelectMany(row => row).ToArray();
        var second = EdgeRows.Of(trained.Ensemble, TreeSamples.Data.Rows, 50, seed: 3).SelectMany(row => row).ToArray();
        var other = EdgeRows.Of(trained.Ensemble, TreeSamples.Data.Rows, 50, seed: 4).SelectMany(row => row).ToArray();

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(before, TreeSamples.Data.Rows.SelectMany(row => row));
    }
}
