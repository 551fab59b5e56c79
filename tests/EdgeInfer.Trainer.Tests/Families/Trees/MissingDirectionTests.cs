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

    [Fact]
    public void FastTreeSendsItRightWhateverItSaw()
    {
        var trees = TreeSamples.Train("regression", TreeSamples.WithMissing).Ensemble.Trees;

        Assert.All(trees, tree => Assert.Null(tree.MissingLeft));
    }
}
