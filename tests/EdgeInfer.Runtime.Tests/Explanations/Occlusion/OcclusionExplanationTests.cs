using EdgeInfer.Models.Bundles;
using EdgeInfer.Runtime.Explanations.Occlusion;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Runtime.Tests.Explanations.Occlusion;

public sealed class OcclusionExplanationTests
{
    [Fact]
    public void ANetworksAnswerIsAttributedToTheSegmentThatItStandsOn()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteOnnxBundle(folder.File("bundle"));

        var explanation = OcclusionExplanation.Of(BundleReader.Open(bundle), bundle, new("golden/1", null, null), top: 3);

        Assert.Equal(("high", null, 20, 21), (explanation.Label, explanation.Truth, explanation.SegmentCount, explanation.ForwardPasses));
        Assert.Equal(8, explanation.LogOdds, 1e-3);
        Assert.Equal("x 0 to 0.1 s", explanation.Segments[0].Segment);
        // Without it both labels are equally probable.
        Assert.Equal(explanation.LogOdds, explanation.Segments[0].Contribution, 1e-6);
        Assert.Equal([0, 0], explanation.Segments.Skip(1).Select(segment => segment.Contribution));
    }

    [Fact]
    public void AHybridIsExplainedByTheSameSegments()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteHybridBundle(folder.File("bundle"));
        var data = TinyTask.WriteData(folder.File("data"), windows: 4, "a");

        var explanation = OcclusionExplanation.Of(BundleReader.Open(bundle), bundle, new("a/1000000000", data, null), top: 1);

        Assert.Equal(("high", "high"), (explanation.Label, explanation.Truth));
        Assert.Equal("x 0 to 0.1 s", Assert.Single(explanation.Segments).Segment);
        // Log-odds of 2 turn into -2.
        Assert.Equal(4, explanation.Segments[0].Contribution, 1e-5);
    }
}
