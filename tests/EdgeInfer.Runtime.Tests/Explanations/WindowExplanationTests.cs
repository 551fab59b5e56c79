using EdgeInfer.Core.Errors;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Runtime.Explanations;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Runtime.Tests.Explanations;

public sealed class WindowExplanationTests
{
    [Theory]
    [InlineData("golden/1", "high", 0.5, 0.5)]
    [InlineData("golden/0", "low", -0.5, 1.5)]
    public void ALabelIsExplainedByItsOwnRawScore(string window, string label, double expected, double contribution)
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);

        var explanation = Explain(bundle, new(window, null, null), top: 2);

        Assert.Equal((label, null, TinyTask.Sure), (explanation.Label, explanation.Truth, explanation.Score));
        Assert.Equal((1, expected), (explanation.RawScore, explanation.ExpectedValue));
        Assert.Equal(explanation.RawScore, explanation.Sum, 1e-12);
        Assert.Equal([("x[0]", label == "high" ? 1f : 0f), ("x[1]", 0f)], explanation.Features.Select(feature => (feature.Feature, feature.Value!.Value)));
        Assert.Equal([contribution, 0], explanation.Features.Select(feature => Math.Round(feature.Contribution, 12)));
        Assert.Equal(0, explanation.OtherFeatures);
    }

    [Fact]
    public void AWindowOfADataSetIsNamedAsInItsMessages()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);
        var data = TinyTask.WriteData(folder.File("data"), windows: 4, "a");

        var explanation = Explain(bundle, new("a/1000000000", data, null), top: 1);

        Assert.Equal(("high", "high"), (explanation.Label, explanation.Truth));
    }

    [Theory]
    [InlineData("a", false, "is no window")]
    [InlineData("a/x", true, "is no window")]
    [InlineData("a/0", false, "without --data")]
    [InlineData("golden/2", false, "golden/0 to golden/1")]
    [InlineData("b/0", true, "no recording 'b'; there are a, train")]
    [InlineData("a/1200000000", true, "the nearest is a/1000000000")]
    public void AWindowThatIsNotThereIsRefused(string window, bool inData, string reason)
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"), ensemble: TinyTask.Counted);
        var data = inData ? TinyTask.WriteData(folder.File("data"), windows: 4, "a") : null;

        var error = Assert.Throws<InvalidInputException>(() => Explain(bundle, new(window, data, null), top: 1));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TreesWithoutCountedRowsAreRefused()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteTreeBundle(folder.File("bundle"));

        var error = Assert.Throws<InvalidInputException>(() => Explain(bundle, new("golden/0", null, null), top: 1));

        Assert.EndsWith("export the model again", error.Message, StringComparison.Ordinal);
    }

    private static WindowExplanation Explain(string bundle, WindowChoice choice, int top) =>
        WindowExplanation.Of(BundleReader.Open(bundle), bundle, choice, top);
}
