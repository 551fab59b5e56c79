using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Trees;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Tests.Trees;

public sealed class FastTreeTrainingTests
{
    [Theory]
    [InlineData("binary")]
    [InlineData("three classes")]
    [InlineData("regression")]
    [InlineData("binary forest")]
    [InlineData("forest of three classes")]
    [InlineData("regression forest")]
    public void TheSameDataGiveTheSameBytes(string kind)
    {
        var first = CompactTreeFile.Write(TreeSamples.Train(kind, new ToyRows(200, seed: 2)).Ensemble);
        var second = CompactTreeFile.Write(TreeSamples.Train(kind, new ToyRows(200, seed: 2)).Ensemble);
        var other = CompactTreeFile.Write(TreeSamples.Train(kind, new ToyRows(200, seed: 3)).Ensemble);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData("three classes")]
    [InlineData("forest of three classes")]
    public void UnseenRowsOfThreeClassesAreTold(string kind)
    {
        var trained = TreeSamples.Train(kind, TreeSamples.Data);
        var unseen = new ToyRows(300, seed: 99);
        using var model = new ReferenceTreeModel(trained.Ensemble);
        var shares = new float[model.OutputLength];
        var right = 0;
        for (var i = 0; i < unseen.Rows.Length; i++)
        {
            model.Predict(unseen.Rows[i], shares);
            right += Array.IndexOf(shares, shares.Max()) == unseen.Labels[i] ? 1 : 0;
        }

        Assert.InRange(right / 300.0, 0.8, 1);
    }

    [Fact]
    public void TwoClassesNeedOneOutputAndMoreNeedOneEach()
    {
        Assert.Equal(1, TreeSamples.Train("binary", TreeSamples.Data).Ensemble.OutputCount);
        Assert.Equal(3, TreeSamples.Train("three classes", TreeSamples.Data).Ensemble.OutputCount);
        Assert.Equal(1, TreeSamples.Train("binary forest", TreeSamples.Data).Ensemble.OutputCount);
    }

    [Fact]
    public void EachFinishedClassIsReported()
    {
        var heard = new List<int>();
        new FastTreeTraining(TreeSamples.Tiny, seed: 1).Classify(
            TreeSamples.Data.Rows, TreeSamples.Data.Labels, ToyRows.Classes, (done, _) => heard.Add(done));

        Assert.Equal([1, 2, 3], heard);
    }

    [Fact]
    public void TheSeedDrawsTheForest()
    {
        Assert.Equal(Forest(seed: 1), Forest(seed: 1));
        Assert.NotEqual(Forest(seed: 1), Forest(seed: 2));
    }

    private static byte[] Forest(int seed) => CompactTreeFile.Write(new FastTreeTraining(TreeSamples.Tiny, seed).ClassifyByForest(
        TreeSamples.Data.Rows, TreeSamples.Data.Labels, ToyRows.Classes, (_, _) => { }).Ensemble);
}
