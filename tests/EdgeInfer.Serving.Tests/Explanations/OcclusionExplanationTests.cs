using EdgeInfer.Serving.Explanations;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Explanations;

public sealed class OcclusionExplanationTests
{
    [Fact]
    public void ANetworksAnswerIsAttributedToTheSegmentThatItStandsOn()
    {
        using var folder = new TemporaryFolder();
        var bundle = TinyTask.WriteOnnxBundle(folder.File("bundle"));

        using var ready = ReadyBundle.Open(bundle, TimeProvider.System);
        var explanation = OcclusionExplanation.Explain(ready, new("golden/1", TinyTask.Window(1), Truth: null), top: 3);

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

        using var ready = ReadyBundle.Open(bundle, TimeProvider.System);
        var explanation = OcclusionExplanation.Explain(ready, new("a/1000000000", TinyTask.Window(1), Truth: "high"), top: 1);

        Assert.Equal(("high", "high"), (explanation.Label, explanation.Truth));
        Assert.Equal("x 0 to 0.1 s", Assert.Single(explanation.Segments).Segment);
        // Log-odds of 2 turn into -2.
        Assert.Equal(4, explanation.Segments[0].Contribution, 1e-5);
    }
}
