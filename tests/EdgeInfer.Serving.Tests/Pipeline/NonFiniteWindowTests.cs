using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Serving.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Pipeline;

/// <summary>QuantizeLinear makes a code of NaN and trees send it left or right: both would answer with confidence.</summary>
public sealed class NonFiniteWindowTests
{
    [Theory]
    [InlineData("har-phone-fasttree", float.NaN)]
    [InlineData("har-phone-fasttree", float.NegativeInfinity)]
    [InlineData("har-phone-cnn-fp32", float.NaN)]
    [InlineData("har-phone-cnn-int8", float.NaN)]
    [InlineData("har-phone-cnn-int8", float.PositiveInfinity)]
    [InlineData("meter-digits-fasttree", float.NaN)]
    [InlineData("meter-digits-cnn-int8", float.NaN)]
    public void NoModelAnswersAWindowWithOneOddSample(string name, float odd)
    {
        var path = Path.Combine(Repository.Root, "models", name);
        var bundle = BundleReader.Open(path);
        using var ready = ReadyBundle.Of(bundle, path, TimeProvider.System);
        var shape = bundle.Manifest.Input.ToShape();
        shape = shape with { Hop = shape.Length };
        float[][] windows = [.. bundle.Golden.Cases.Take(3).Select(golden => golden.Window.ToArray())];
        windows[1][shape.Length / 2] = odd;
        var sink = new CollectingSink();
        var pipeline = new StreamPipeline(shape, [ready.Lane], sink, TimeProvider.System);

        pipeline.Run(new PlayedWindows(shape, windows), TestContext.Current.CancellationToken);

        Assert.Equal([0, 1], sink.Answers.Select(answer => answer.Window.Segment));
        Assert.Equal((2, 1), (pipeline.Windows, ready.Lane.Statistics.NonFiniteWindows));
        Assert.False(ready.Lane.TryScore(windows[1]));
        Assert.False(ready.Lane.TryRun(windows[1], latenessUs: 0, out _));
        var refused = Assert.Throws<InvalidInputException>(() => ready.Lane.Run(windows[1]));
        Assert.Equal($"{name}: does not answer a window that holds NaN or an infinity", refused.Message);
        Assert.True(ready.Lane.TryScore(windows[2]));
    }

    [Fact]
    public void AScoreThatIsNoNumberIsCountedAndNeverPublished()
    {
        var sink = new CollectingSink();
        using var odd = Lane("odd", TinyTask.Unchanged, new OddScores());
        using var sound = TinyTask.Lane("sound", TimeProvider.System);
        var pipeline = new StreamPipeline(TinyTask.Shape, [odd, sound], sink, TimeProvider.System);

        pipeline.Run(Firsts(1, 7, 1), TestContext.Current.CancellationToken);

        Assert.Equal(["odd", "sound", "sound", "odd", "sound"], sink.Answers.Select(answer => answer.Model));
        Assert.Equal((1, 0), (odd.Statistics.NonFiniteWindows, sound.Statistics.NonFiniteWindows));
        Assert.Equal(3, pipeline.Windows);
        var refused = Assert.Throws<InvalidInputException>(() => odd.Run(TinyTask.Window(7)));
        Assert.Equal("odd: cannot answer the window: the model gives a score of NaN", refused.Message);
    }

    [Fact]
    public void AValueThatPreprocessingMakesInfiniteReachesNoModel()
    {
        using var lane = Lane("narrow", new Standardization([0, 0], [1e-30f, 1], TinyTask.Length), new OddScores());

        Assert.True(lane.TryScore(TinyTask.Window(1)));
        Assert.False(lane.TryScore(TinyTask.Window(1e30f)));
        var refused = Assert.Throws<InvalidInputException>(() => lane.Run(TinyTask.Window(1e30f)));
        Assert.Equal("narrow: cannot answer the window: preprocessing gives a value that is not finite", refused.Message);
    }

    [Fact]
    public void AModelIsUndecidedAfterAWindowThatItCouldNotAnswer()
    {
        var rule = new DecisionRule(0.5, K: 2, N: 2, Hysteresis: 0);
        var sink = new CollectingSink();
        using var lane = Lane("odd", TinyTask.Unchanged, new OddScores(), rule);
        var pipeline = new StreamPipeline(TinyTask.Shape, [lane], sink, TimeProvider.System);

        pipeline.Run(Firsts(1, 1, 7, 1, 1), TestContext.Current.CancellationToken);

        Assert.Equal([LabelIndex.Unlabelled, 0, LabelIndex.Unlabelled, 0], sink.Answers.Select(answer => answer.Answer.Decision));
    }

    [Fact]
    public void StreamsOfAModelAddTheirUnansweredWindows()
    {
        using var one = TinyTask.Lane("model", TimeProvider.System);
        using var two = TinyTask.Lane("model", TimeProvider.System);
        foreach (var lane in (ModelLane[])[one, two])
            new StreamPipeline(TinyTask.Shape, [lane], new CollectingSink(), TimeProvider.System)
                .Run(Firsts(float.NaN, 1), TestContext.Current.CancellationToken);

        Assert.Equal(2, LaneStatistics.Sum([one.Statistics, two.Statistics]).NonFiniteWindows);
    }

    private static PlayedWindows Firsts(params float[] firsts) => new(TinyTask.Shape, [.. firsts.Select(TinyTask.Window)]);

    private static ModelLane Lane(string name, IPreprocessor preprocessor, IModel model, DecisionRule? rule = null) =>
        new(name, "00", TinyTask.Task, rule ?? DecisionRule.PerWindow, preprocessor, model, TimeProvider.System);
}
