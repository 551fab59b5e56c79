using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Explanations;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Explanations;

public sealed class WindowExplanationTests
{
    [Theory]
    [InlineData(1, "high", 0.5, 0.5)]
    [InlineData(0, "low", -0.5, 1.5)]
    public void ALabelIsExplainedByItsOwnRawScore(int goldenCase, string label, double expected, double contribution)
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);

        var explanation = Explain(bundle, goldenCase, top: 2);

        Assert.Equal((label, null, TinyTask.Sure), (explanation.Label, explanation.Truth, explanation.Score));
        Assert.Equal((1, expected), (explanation.RawScore, explanation.ExpectedValue));
        Assert.Equal(explanation.RawScore, explanation.Sum, 1e-12);
        Assert.Equal(
            [("x[0]", label == "high" ? 1f : 0f), ("x[1]", 0f)],
            explanation.Features.Select(feature => (feature.Feature, feature.Value)));
        Assert.Equal([contribution, 0], explanation.Features.Select(feature => Math.Round(feature.Contribution, 12)));
        Assert.Equal(0, explanation.OtherFeatures);
    }

    [Fact]
    public void TreesWithoutCountedRowsAreRefused()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"));

        var error = Assert.Throws<InvalidInputException>(() => Explain(bundle, goldenCase: 0, top: 1));

        Assert.EndsWith("export the model again", error.Message, StringComparison.Ordinal);
    }

    private static WindowExplanation Explain(string path, int goldenCase, int top)
    {
        var bundle = BundleReader.Open(path);
        using var ready = ReadyBundle.Of(bundle, path, TimeProvider.System);
        return WindowExplanation.Explain(bundle, ready, new("golden", bundle.Golden.Cases[goldenCase].Window, Truth: null), top);
    }
}
