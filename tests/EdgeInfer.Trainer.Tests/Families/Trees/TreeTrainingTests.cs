using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Tests.Families.Trees;

public sealed class TreeTrainingTests
{
    [Theory]
    [InlineData("binary")]
    [InlineData("three classes")]
    [InlineData("regression")]
    [InlineData("forest binary")]
    [InlineData("forest three classes")]
    [InlineData("forest regression")]
    [InlineData("lightgbm binary")]
    [InlineData("lightgbm three classes")]
    [InlineData("lightgbm one-versus-all")]
    [InlineData("lightgbm regression")]
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
    [InlineData("forest three classes")]
    [InlineData("lightgbm three classes")]
    [InlineData("lightgbm one-versus-all")]
    public void UnseenRowsOfThreeClassesAreTold(string kind)
    {
        var trained = TreeSamples.Train(kind, TreeSamples.Data);
        var unseen = new ToyRows(300, seed: 99);
        using var model = new TreeModel(trained.Ensemble);
        var shares = new float[model.OutputLength];
        var right = 0;
        for (var i = 0; i < unseen.Rows.Length; i++)
        {
            model.Predict(unseen.Rows[i], shares);
            right += Array.IndexOf(shares, shares.Max()) == unseen.Labels[i] ? 1 : 0;
        }

        Assert.InRange(right / 300.0, 0.8, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forest ")]
    [InlineData("lightgbm ")]
    public void TwoClassesNeedOneOutputAndMoreNeedOneEach(string family)
    {
        Assert.Equal(1, TreeSamples.Train($"{family}binary", TreeSamples.Data).Ensemble.OutputCount);
        Assert.Equal(3, TreeSamples.Train($"{family}three classes", TreeSamples.Data).Ensemble.OutputCount);
    }

    [Fact]
    public void LightGbmLearnsThreeClassesBySoftmaxUnlessAskedNotTo()
    {
        Assert.IsType<EnsembleLink.Softmax>(TreeSamples.Train("lightgbm three classes", TreeSamples.Data).Ensemble.Link);
        var platt = Assert.IsType<EnsembleLink.Platt>(TreeSamples.Train("lightgbm one-versus-all", TreeSamples.Data).Ensemble.Link);
        Assert.Equal(3, platt.Outputs.Count);
    }

    [Theory]
    [InlineData("three classes", new[] { 1.0, 2, 3 })]
    [InlineData("lightgbm three classes", new[] { 3.0 })]
    public void EachFitIsReported(string kind, double[] expected)
    {
        var heard = new List<double>();
        TreeSamples.Training(kind).Classify(TreeSamples.Data.Rows, TreeSamples.Data.Labels, ToyRows.Classes, (done, loss, _) =>
        {
            heard.Add(done);
            Assert.Matches(@"^log loss 0\.\d{4}$", loss);
        });

        Assert.Equal(expected, heard);
    }

    [Fact]
    public void TheSeedDrawsTheForest()
    {
        Assert.Equal(Forest(seed: 1), Forest(seed: 1));
        Assert.NotEqual(Forest(seed: 1), Forest(seed: 2));
    }

    private static byte[] Forest(int seed) =>
        CompactTreeFile.Write(TreeSamples.Train("forest three classes", TreeSamples.Data, seed).Ensemble);
}
