using EdgeInfer.Bundles.Golden;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Serving.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Pipeline;

public sealed class AnomalyLaneTests
{
    private static readonly ManifestTask Task = new("tiny-anomaly", TaskKind.Anomaly, AnomalyLabel.Names);

    [Fact]
    public void AScoreIsPublishedWithWhatTheWindowSaysAndWhetherAnEventIsOpen()
    {
        using var lane = Lane();
        var answers = new[] { 9f, 1f, 8f, 1f, 1f }.Select(score => lane.Run(TinyTask.Window(score))).ToArray();

        Assert.Equal([9f, 1f, 8f, 1f, 1f], answers.Select(answer => answer.Score));
        Assert.Equal([1, 0, 1, 0, 0], answers.Select(answer => answer.Label));
        Assert.Equal([0, 0, 1, 1, 0], answers.Select(answer => answer.Decision));
    }

    [Fact]
    public void AStreamBeginsWithoutAnEvent()
    {
        using var lane = Lane();
        lane.Run(TinyTask.Window(9));
        lane.Run(TinyTask.Window(9));

        lane.BeginSegment();

        Assert.Equal(AnomalyLabel.Normal, lane.Run(TinyTask.Window(9)).Decision);
    }

    [Fact]
    public void GoldenScoresAreProvenLikeProbabilities()
    {
        using var lane = Lane();

        Assert.Equal(0.5, SelfTest.Run(lane, new GoldenSet(1, [new(TinyTask.Window(7), [7.5f])]), TinyTask.Shape.ValueCount, "bundle"));
        var error = Assert.Throws<InvalidInputException>(() =>
            SelfTest.Run(lane, new GoldenSet(0.1, [new(TinyTask.Window(7), [7.5f])]), TinyTask.Shape.ValueCount, "bundle"));
        Assert.Equal("bundle: golden case 0: output 0 scores 7, expected 7.5 within 0.1", error.Message);
    }

    [Fact]
    public void AModelOfTwoOutputsIsNoDetector()
    {
        using var model = new TimedModel("two", new ManualTime(), 1, []);

        Assert.Throws<ArgumentException>(() =>
            new ModelLane("two", "00", Task, new DecisionRule(5, 2, 3, 0), TinyTask.Unchanged, model, TimeProvider.System));
    }

    private static ModelLane Lane() => new(
        "detector", "00", Task, new DecisionRule(5, 2, 3, 0.5), TinyTask.Unchanged, new FirstValueModel(), TimeProvider.System);
}
