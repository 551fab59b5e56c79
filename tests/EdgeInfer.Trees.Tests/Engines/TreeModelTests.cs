using CsCheck;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Tests.Ensembles;

namespace EdgeInfer.Trees.Tests.Engines;

public class TreeModelTests
{
    [Theory]
    [InlineData(0.5f, 0f, 2f)]
    [InlineData(0.50000006f, 0f, 4f)]
    [InlineData(0.49999997f, 0f, 2f)]
    [InlineData(float.NaN, 0f, 4f)]
    [InlineData(float.NegativeInfinity, float.NaN, 2f)]
    [InlineData(float.PositiveInfinity, -1f, 4f)]
    [InlineData(-0f, -1f, 1f)]
    public void ANodeGoesLeftExactlyWhenTheFeatureIsAtMostTheThreshold(float first, float second, float expected)
    {
        using var model = new TreeModel(SmallEnsembles.Of(SmallEnsembles.Tree));
        var raw = new float[1];

        model.Score([first, second], raw);

        Assert.Equal(expected, raw[0]);
    }

    [Fact]
    public void NegativeZeroEqualsAThresholdOfZero()
    {
        var tree = new DecisionTree(0, [0], [-0f], [~0], [~1], [1, 2]);
        using var model = new TreeModel(SmallEnsembles.Of(tree));
        var raw = new float[1];

        model.Score([0f, 0f], raw);

        Assert.Equal(1f, raw[0]);
    }

    [Fact]
    public void AMeanIsRoundedBeforeItIsDivided()
    {
        double[] leaves = [1, 6e-8, 0];
        var ensemble = new TreeEnsemble(
            1, 1, [.. leaves.Select(Constant)], Aggregation.Mean, new EnsembleLink.Identity());
        using var model = new TreeModel(ensemble);
        var raw = new float[1];

        model.Score([0f], raw);

        Assert.Equal((float)leaves.Sum() / 3, raw[0]);
        Assert.NotEqual((float)(leaves.Sum() / 3), raw[0]);
    }

    [Fact]
    public void ProbabilitiesAreCalibratedAndSumToOne()
    {
        using var model = new TreeModel(SmallEnsembles.Calibrated);
        var probabilities = new float[model.OutputLength];

        model.Predict([0f, 0f], probabilities);

        var first = (float)(1 / (1 + Math.Exp((-0.4 * 2f) + 0.125)));
        var second = (float)(1 / (1 + Math.Exp((-0.5 * (float)-0.25) + 1e-3)));
        Assert.Equal([(float)(first / ((double)first + second)), (float)(second / ((double)first + second))], probabilities);
    }

    [Fact]
    public void ABinaryEnsembleGivesBothProbabilities()
    {
        var ensemble = SmallEnsembles.Of(SmallEnsembles.Tree) with { Link = new EnsembleLink.Platt([new(-0.4, 0)]) };
        using var model = new TreeModel(ensemble);
        var probabilities = new float[model.OutputLength];

        model.Predict([0f, 0f], probabilities);

        var second = (float)(1 / (1 + Math.Exp(-0.8)));
        Assert.Equal([1 - second, second], probabilities);
    }

    [Theory]
    [InlineData(0.25, 0.75, 0.25f, 0.75f)]
    [InlineData(-1, 2, 0f, 1f)]
    [InlineData(-1, 0, 0.5f, 0.5f)]
    [InlineData(0.5, 0.1, 0.8333333f, 0.16666667f)]
    public void SharesAreClampedAndNormalised(double first, double second, float expectedFirst, float expectedSecond)
    {
        var ensemble = new TreeEnsemble(
            1, 2, [Constant(first), Constant(second) with { Output = 1 }], Aggregation.Mean, new EnsembleLink.ClampedShare());
        using var model = new TreeModel(ensemble);
        var probabilities = new float[2];

        model.Predict([0f], probabilities);

        Assert.Equal(expectedFirst, probabilities[0], 1e-6f);
        Assert.Equal(expectedSecond, probabilities[1], 1e-6f);
    }

    [Fact]
    public void PredictionsAreProbabilitiesForEveryEnsembleAndRow()
    {
        var cases = Gen.Select(RandomEnsembles.Any, Gen.Int[0, int.MaxValue]);
        Deterministic.ForAll(cases, 300, ((TreeEnsemble Ensemble, int Pick) c) =>
        {
            if (c.Ensemble.Link is EnsembleLink.Identity)
                return;
            using var model = new TreeModel(c.Ensemble);
            var probabilities = new float[model.OutputLength];
            foreach (var row in EdgeRows.Of(c.Ensemble, c.Pick))
            {
                model.Predict(row, probabilities);
                Assert.All(probabilities, p => Assert.InRange(p, 0f, 1f));
                if (c.Ensemble.OutputCount > 1)
                    Assert.Equal(1.0, probabilities.Sum(p => (double)p), 1e-6);
            }
        });
    }

    [Fact]
    public void APredictionAllocatesNothing()
    {
        using var model = new TreeModel(SmallEnsembles.Calibrated);
        var (features, output) = (new float[2], new float[2]);
        model.Predict(features, output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            model.Predict(features, output);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void SpansOfAnotherLengthAreRefused()
    {
        using var model = new TreeModel(SmallEnsembles.Calibrated);

        Assert.Throws<ArgumentException>(() => model.Predict(new float[3], new float[2]));
        Assert.Throws<ArgumentException>(() => model.Predict(new float[2], new float[1]));
        Assert.Throws<ArgumentException>(() => model.Score(new float[2], new float[3]));
    }

    private static DecisionTree Constant(double value) => new(0, [], [], [], [], [value]);
}
