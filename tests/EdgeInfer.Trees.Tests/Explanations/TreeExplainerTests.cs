using CsCheck;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Explanations;
using EdgeInfer.Trees.Tests.Ensembles;

namespace EdgeInfer.Trees.Tests.Explanations;

public sealed class TreeExplainerTests
{
    private static readonly Gen<float> Values = Gen.OneOf(
        Gen.Float[-3, 3],
        Gen.Int[0, RandomEnsembles.AwkwardValues.Length - 1].Select(i => RandomEnsembles.AwkwardValues[i]),
        Gen.Const(float.NaN));

    private static readonly Gen<(TreeEnsemble Ensemble, float[] Row)> Cases =
        from ensemble in RandomEnsembles.Any
        from row in Values.Array[ensemble.FeatureCount]
        select (ensemble with { Trees =
        [
            .. ensemble.Trees.Select(tree => tree with { LeafRows = tree.LeafRows ?? [.. tree.Leaves.Select((_, leaf) => leaf + 1)] }),
        ] }, row);

    [Fact]
    public void ContributionsAreShapleyValuesByTheirDefinition()
    {
        Deterministic.ForAll(Cases, 3_000, random =>
        {
            var (ensemble, row) = random;
            var actual = Explained(ensemble, row);
            for (var output = 0; output < ensemble.OutputCount; output++)
            {
                var scale = 1 + ensemble.Trees.Where(tree => tree.Output == output).Sum(tree => tree.Leaves.Max(Math.Abs));
                var expected = BruteForceShapley.Of(ensemble, output, row);
                for (var feature = 0; feature < expected.Length; feature++)
                    Assert.Equal(expected[feature], actual[(output * expected.Length) + feature], 1e-9 * scale);
            }
        });
    }

    [Fact]
    public void AFeatureAskedTwiceOnAPathCountsOnce()
    {
        // 0 < x <= 1 gives 8; two of ten rows do.
        var tree = new DecisionTree(0, [0, 0], [1f, 0f], [1, ~0], [~2, ~1], [0, 8, 0]) { LeafRows = [3, 2, 5] };

        var contributions = Explained(SmallEnsembles.Of(tree), [0.5f, 0f]);

        Assert.Equal([6.4, 0, 1.6], contributions.Select(value => Math.Round(value, 12)));
    }

    [Theory]
    [InlineData(500, 64, 64)]
    [InlineData(20, 5_000, 64)]
    [InlineData(40, 2_000, 500)]
    public void ContributionsAndExpectedValueAddUpToTheScore(int trees, int leaves, int features)
    {
        var ensemble = GrownEnsembles.Make(trees, leaves, features, seed: 7);
        var explainer = new TreeExplainer(ensemble, "grown");
        var contributions = new double[explainer.ContributionCount];
        var random = new Random(8);
        for (var number = 0; number < 5; number++)
        {
            float[] row = [.. Enumerable.Range(0, features).Select(_ => (float)random.NextDouble())];
            explainer.Explain(row, contributions);
            var score = ensemble.Trees.Sum(tree => GrownEnsembles.LeafOf(tree, row));
            Assert.Equal(score, contributions.Sum(), 1e-9 * Math.Max(1, Math.Abs(score)));
        }
    }

    [Fact]
    public void APathOfAThousandFeaturesIsExplained()
    {
        // Every row of 1,000 that stays to the right at all of 1,000 features gets 1; half leave at each.
        const int Depth = 1_000;
        var tree = new DecisionTree(
            0, [.. Enumerable.Range(0, Depth)], [.. new float[Depth]],
            [.. Enumerable.Range(0, Depth).Select(node => ~node)],
            [.. Enumerable.Range(1, Depth).Select(node => node == Depth ? ~Depth : node)],
            [.. new double[Depth], 1]) { LeafRows = [.. Enumerable.Repeat(1, Depth + 1)] };
        float[] row = [.. Enumerable.Repeat(1f, Depth)];

        var contributions = Explained(new(Depth, 1, [tree], Aggregation.Sum, new EnsembleLink.Identity()), row);

        Assert.Equal(1, contributions.Sum(), 1e-9);
        Assert.All(contributions, value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void NothingIsAllocatedPerCall()
    {
        var ensemble = GrownEnsembles.Make(20, 20, 8, seed: 1);
        var explainer = new TreeExplainer(ensemble, "grown");
        var (row, contributions) = (new float[8], new double[explainer.ContributionCount]);
        explainer.Explain(row, contributions);

        Assert.Equal(0, Allocation.OfLeastRound(() => explainer.Explain(row, contributions)));
    }

    [Fact]
    public void ATreeWhoseRowsNobodyCountedIsRefusedByName()
    {
        var ensemble = SmallEnsembles.Of(SmallEnsembles.Tree);

        var error = Assert.Throws<InvalidInputException>(() => new TreeExplainer(ensemble, "model.trees"));

        Assert.StartsWith("model.trees: tree 0: the training rows of its leaves were not counted", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpansOfAnotherLengthAreRefused()
    {
        var explainer = new TreeExplainer(SmallEnsembles.Of(SmallEnsembles.Tree with { LeafRows = [1, 1, 1] }), "small");

        Assert.Throws<ArgumentException>(() => explainer.Explain(new float[3], new double[3]));
        Assert.Throws<ArgumentException>(() => explainer.Explain(new float[2], new double[2]));
    }

    private static double[] Explained(TreeEnsemble ensemble, float[] row)
    {
        var explainer = new TreeExplainer(ensemble, "random");
        var contributions = new double[explainer.ContributionCount];
        explainer.Explain(row, contributions);
        return contributions;
    }
}
