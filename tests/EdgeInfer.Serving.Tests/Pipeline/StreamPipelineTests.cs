using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Serving.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Pipeline;

public sealed class StreamPipelineTests
{
    [Fact]
    public void EveryModelAnswersEveryWindowWithItsTruth()
    {
        var sink = new CollectingSink();
        using var first = TinyTask.Lane("first", TimeProvider.System);
        using var second = TinyTask.Lane("second", TimeProvider.System);
        var pipeline = new StreamPipeline(TinyTask.Shape, [first, second], sink, TimeProvider.System);

        pipeline.Run(HighAndLow(windows: 4), TestContext.Current.CancellationToken);

        Assert.Equal(4, pipeline.Windows);
        Assert.Equal(["first", "second", "first", "second"], sink.Answers.Take(4).Select(answer => answer.Model));
        foreach (var pair in sink.Answers.Chunk(2))
            Assert.Equal(pair[0].Window, pair[1].Window);
        Assert.Equal(
            [0, 1_000_000_000, 2_000_000_000, 3_000_000_000],
            sink.Answers.Where((_, i) => i % 2 == 0).Select(answer => answer.Window.StartNanoseconds));
        Assert.Equal([0, 1, 0, 1], sink.Answers.Where((_, i) => i % 2 == 0).Select(answer => answer.Answer.Label));
        Assert.All(sink.Answers, answer => Assert.Equal(TinyTask.Sure, answer.Answer.Score, 1e-6f));
        Assert.Equal((4, 4), (second.Statistics.Labelled, second.Statistics.Correct));
    }

    [Fact]
    public void AFrameIsAnsweredAsItComes()
    {
        var sink = new CollectingSink();
        using var lane = TinyTask.Lane("trees", TimeProvider.System);
        var frames = TinyTask.Shape with { Frame = new FrameShape(5, 2, FrameColour.Gray) };
        var pipeline = new StreamPipeline(frames, [lane], sink, TimeProvider.System);

        pipeline.Run(new SampleList("still", i => i, 2, () => 0), TestContext.Current.CancellationToken);

        Assert.Equal([0, 1], sink.Answers.Select(answer => answer.Answer.Label));
        Assert.Equal([0, 100_000_000], sink.Answers.Select(answer => answer.Window.StartNanoseconds));
        Assert.Equal((2, 0), (lane.Statistics.Correct, pipeline.Gaps));
    }

    [Fact]
    public void DecodingAFrameIsPartOfEveryModelsLatencyAndToldBeside()
    {
        var (time, sink, order) = (new ManualTime(), new CollectingSink(), new List<string>());
        using var slow = TimedLane("slow", time, 100, order);
        using var fast = TimedLane("fast", time, 10, order);
        var pipeline = new StreamPipeline(TinyTask.Shape with { Frame = new FrameShape(5, 2, FrameColour.Gray) }, [slow, fast], sink, time);
        var frames = new SampleList("still", _ => 1, 3, () => time.Microseconds) { Decode = Decode };

        pipeline.Run(frames, TestContext.Current.CancellationToken);

        Assert.All(sink.Answers, answer => Assert.Equal(answer.Model == "slow" ? 800 : 710, answer.Answer.LatencyUs, 1e-9));
        Assert.All(sink.Answers, answer => Assert.Equal(700, answer.Window.DecodeUs));
        Assert.Equal(700, fast.Statistics.Decode.Percentile(50), 7.0);

        double Decode()
        {
            time.Microseconds += 700;
            return 700;
        }
    }

    [Fact]
    public void AModelsLatencyCountsFromTheDueTimeAndLeavesOutTheOtherModelsWork()
    {
        var (time, sink, order) = (new ManualTime { Microseconds = 1000 }, new CollectingSink(), new List<string>());
        using var slow = TimedLane("slow", time, 100, order);
        using var fast = TimedLane("fast", time, 10, order);
        var pipeline = new StreamPipeline(TinyTask.Shape, [slow, fast], sink, time);

        pipeline.Run(new SampleList("s", _ => 1, 4 * TinyTask.Length, () => time.Microseconds - 50), TestContext.Current.CancellationToken);

        Assert.All(sink.Answers.Where(answer => answer.Model == "slow"), answer => Assert.Equal(150, answer.Answer.LatencyUs, 1e-9));
        Assert.All(sink.Answers.Where(answer => answer.Model == "fast"), answer => Assert.Equal(60, answer.Answer.LatencyUs, 1e-9));
    }

    [Fact]
    public void TheModelsTakeTurnsAtGoingFirst()
    {
        var (time, order) = (new ManualTime(), new List<string>());
        using var slow = TimedLane("a", time, 1, order);
        using var fast = TimedLane("b", time, 1, order);
        var pipeline = new StreamPipeline(TinyTask.Shape, [slow, fast], new CollectingSink(), time);

        pipeline.Run(new SampleList("s", _ => 1, 4 * TinyTask.Length, () => 0), TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b", "b", "a", "a", "b", "b", "a"], order);
    }

    [Fact]
    public void AWindowAllocatesNothing()
    {
        var sink = new CollectingSink();
        using var first = TinyTask.Lane("first", TimeProvider.System);
        using var second = TinyTask.Lane("second", TimeProvider.System);
        var pipeline = new StreamPipeline(TinyTask.Shape, [first, second], sink, TimeProvider.System);

        pipeline.Run(HighAndLow(windows: 500), TestContext.Current.CancellationToken);

        Assert.Equal(1000, sink.Allocated.Count);
        // As in Allocation.OfLeastRound: what a window allocates, it allocates in every hundred.
        Assert.Contains(sink.Allocated.Chunk(100), hundred => hundred[^1] == hundred[0]);
    }

    [Fact]
    public void EveryStreamBeginsUndecided()
    {
        var sink = new CollectingSink();
        using var lane = TinyTask.Lane("model", TimeProvider.System, new DecisionRule(0.5, K: 2, N: 2, Hysteresis: 0));
        var pipeline = new StreamPipeline(TinyTask.Shape, [lane], sink, TimeProvider.System);

        pipeline.Run(High("one", windows: 2), TestContext.Current.CancellationToken);
        pipeline.Run(High("two", windows: 2), TestContext.Current.CancellationToken);

        Assert.Equal(
            [("one", LabelIndex.Unlabelled), ("one", 1), ("two", LabelIndex.Unlabelled), ("two", 1)],
            sink.Answers.Select(answer => (answer.Stream, answer.Answer.Decision)));
    }

    [Fact]
    public void AfterAGapAStreamIsUndecidedAgain()
    {
        var sink = new CollectingSink();
        using var lane = TinyTask.Lane("model", TimeProvider.System, new DecisionRule(0.5, K: 2, N: 2, Hysteresis: 0));
        var pipeline = new StreamPipeline(TinyTask.Shape, [lane], sink, TimeProvider.System);
        var source = new SampleList("one", _ => 1, 5 * TinyTask.Length, TimeProvider.System.GetTimestamp)
        {
            Pause = (3 * TinyTask.Length, 60_000_000_000),
        };

        pipeline.Run(source, TestContext.Current.CancellationToken);

        Assert.Equal(1, pipeline.Gaps);
        Assert.Equal(
            [LabelIndex.Unlabelled, 1, 1, LabelIndex.Unlabelled, 1],
            sink.Answers.Select(answer => answer.Answer.Decision));
    }

    [Fact]
    public void NoWindowSpansTwoStreams()
    {
        var sink = new CollectingSink();
        using var lane = TinyTask.Lane("model", TimeProvider.System);
        var pipeline = new StreamPipeline(TinyTask.Shape, [lane], sink, TimeProvider.System);

        for (var stream = 0; stream < 3; stream++)
            pipeline.Run(new SampleList("half", _ => 0, TinyTask.Length / 2, () => 0), TestContext.Current.CancellationToken);

        Assert.Empty(sink.Answers);
        Assert.Equal(0, pipeline.Gaps);
    }

    [Fact]
    public void ASourceFasterThanTheModelIsFilteredWhereTheBundleSaysSo()
    {
        Assert.All(Labels(ResamplingRule.Linear), label => Assert.Equal(1, label));
        Assert.All(Labels(ResamplingRule.Filtered), label => Assert.Equal(0, label));

        // A tone of 5 Hz around 0.4 folds to 0 Hz at 2 Hz, where each point falls on a crest.
        static IReadOnlyList<int> Labels(ResamplingRule rule)
        {
            var sink = new CollectingSink();
            using var lane = TinyTask.Lane("model", TimeProvider.System);
            var shape = TinyTask.Shape with { RateHz = 2, Hop = 2, Resampling = rule };
            var source = new SampleList("fast", sample => sample % 2 == 0 ? 0.8f : 0, 500, () => 0) { SampleRateHz = 10 };
            new StreamPipeline(shape, [lane], sink, TimeProvider.System).Run(source, TestContext.Current.CancellationToken);
            Assert.Equal(46, sink.Answers.Count);
            return [.. sink.Answers.Skip(10).SkipLast(10).Select(answer => answer.Answer.Label)];
        }
    }

    [Fact]
    public void AStoppedStreamEndsAtOnce()
    {
        using var lane = TinyTask.Lane("model", TimeProvider.System);
        var pipeline = new StreamPipeline(TinyTask.Shape, [lane], new CollectingSink(), TimeProvider.System);

        pipeline.Run(HighAndLow(windows: 4), new CancellationToken(canceled: true));

        Assert.Equal(0, pipeline.Windows);
    }

    private static SampleList HighAndLow(int windows) => new(
        "stream", sample => sample / TinyTask.Length % 2, windows * TinyTask.Length, TimeProvider.System.GetTimestamp);

    private static SampleList High(string stream, int windows) => new(
        stream, _ => 1, windows * TinyTask.Length, TimeProvider.System.GetTimestamp);

    private static ModelLane TimedLane(string name, ManualTime time, long microseconds, List<string> order) => new(
        name, "00", TinyTask.Task, DecisionRule.PerWindow, TinyTask.Unchanged, new TimedModel(name, time, microseconds, order), time);
}
