using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Replay;

/// <summary>Recordings of one window a second, played faster through models whose work moves the clock.</summary>
internal sealed class PlayedLanes : IAnswerSink, IDisposable
{
    private readonly ManualTime _time = new() { Microseconds = 1_000_000 };
    private readonly ModelLane[] _lanes;

    /// <param name="work">One a model: its work on the window of this number, us.</param>
    public PlayedLanes(params Func<int, long>[] work) => _lanes = [.. work.Select((microseconds, i) => new ModelLane(
        $"model-{i}", "00", TinyTask.Task, DecisionRule.PerWindow, TinyTask.Unchanged, new WorkingModel(_time, microseconds), _time))];

    /// <summary>What publishing the answer of this number takes, us.</summary>
    public Func<int, long> Publishing { get; init; } = _ => 0;

    public List<(string Model, double LatencyUs)> Answers { get; } = [];

    public LaneStatistics Statistics => _lanes[0].Statistics;

    public double[] Latencies(int model = 0) =>
        [.. Answers.Where(answer => answer.Model == _lanes[model].Name).Select(answer => answer.LatencyUs)];

    /// <param name="recordings">Of how many windows each is; they play one after the other.</param>
    /// <param name="windowsPerSecond">Rate at which windows become due.</param>
    /// <param name="passes">How often all recordings play.</param>
    public PlayedLanes Play(int[] recordings, double windowsPerSecond, int passes = 1)
    {
        using var folder = new TemporaryFolder();
        var set = RecordingSet.Open(TinyTask.WriteData(folder.File("data"), windows: 1, recordings));
        var playback = Playback.Paced(windowsPerSecond, _time);
        var pipeline = new StreamPipeline(TinyTask.Shape, _lanes, this, _time);
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var recording in TestRecordings.Of(set))
                pipeline.Run(set.OpenSource(recording, playback), TestContext.Current.CancellationToken);
        }

        return this;
    }

    public void Accept(string stream, in WindowHeader window, ModelLane lane, in Answer answer)
    {
        _time.Microseconds += Publishing(Answers.Count);
        Answers.Add((lane.Name, answer.LatencyUs));
    }

    public void Dispose()
    {
        foreach (var lane in _lanes)
            lane.Dispose();
    }
}
