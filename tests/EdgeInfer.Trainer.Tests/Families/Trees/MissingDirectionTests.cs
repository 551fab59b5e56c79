namespace EdgeInfer.Trainer.Tests.Families.Trees;

/// <summary>Where NaN goes in LightGBM's trees; that it is ML.NET's way, the tests of parity prove.</summary>
public sealed class MissingDirectionTests
{
    [Fact]
    public void TrainingRowsWithoutNaNSendItRightEverywhere()
    {
        var trees = TreeSamples.Train("lightgbm regression", TreeSamples.Data).Ensemble.Trees;

        Assert.All(trees, tree => Assert.Null(tree.MissingLeft));
    }

    [Fact]
    public void TrainingRowsWithNaNGiveItADirectionANode()
    {
        bool[] directions =
        [
            .. TreeSamples.Train("lightgbm regression", TreeSamples.WithMissing).Ensemble.Trees.SelectMany(tree => tree.MissingLeft ?? []),
        ];

        Assert.Contains(true, directions);
        Assert.Contains(false, directions);
    }

    /// <summary>
    /// Only that a value is missing tells the classes apart: LightGBM splits there at a threshold beyond every float. ML.NET puts that
    /// threshold, or 1 more, in the place of NaN, and both are the same infinity as the threshold: NaN goes left with all the rest.
    /// </summary>
    [Fact]
    public void MlNetLosesTheWayOfMissingValuesWhereTheThresholdIsInfinite()
    {
        var random = new Random(3);
        float[][] rows =
        [
            .. Enumerable.Range(0, 200)
                .Select(i => (float[])[i % 2 == 0 ? (float)(2 * random.NextDouble() - 1) : float.NaN]),
        ];
        double[] targets = [.. Enumerable.Range(0, 200).Select(i => (double)(i % 2))];

        var trained = TreeSamples.Training("lightgbm regression").Regress(rows, targets);

        var split = trained.Ensemble.Trees[0];
        Assert.Equal([float.PositiveInfinity], split.Threshold);
        Assert.Equal([true], split.MissingLeft!);
        var scores = trained.MlNet.RawScores([[0.5f], [float.NaN]])[0];
        Assert.Equal(scores[0], scores[1]);
    }

    [Fact]
    public void FastTreeSendsItRightWhateverItSaw()
    {
        var trees = TreeSamples.Train("regression", TreeSamples.WithMissing).Ensemble.Trees;

        Assert.All(trees, tree => Assert.Null(tree.MissingLeft));
    }
}
