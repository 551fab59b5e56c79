using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Tests.Samples;
using EdgeInfer.Comparison.Verdicts;
using EdgeInfer.Comparison.Wording;

namespace EdgeInfer.Comparison.Tests.Verdicts;

public class HeadlinePairTests
{
    [Theory]
    [InlineData("fasttree", "FastTree")]
    [InlineData("forest", "random forest")]
    [InlineData("lightgbm", "LightGBM")]
    public void EveryFamilyOfTreesStandsAgainstTheNetwork(string family, string title)
    {
        var models = ReportAssembly.Assemble(new SampleRun().ToInput()).Models;
        var trees = models.Single(model => model.Name == SampleRun.Trees) with { Family = family };

        var pair = HeadlinePair.Of([.. models.Where(model => model.Name != SampleRun.Trees), trees], named: null);

        Assert.Equal((trees.Name, SampleRun.Int8), (pair?.First.Name, pair?.Second.Name));
        Assert.Equal(title, ModelTitle.Of(ModelFamily.Of(family), ModelFormat.Exact));
    }
}
