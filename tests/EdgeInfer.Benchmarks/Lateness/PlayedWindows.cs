using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Benchmarks.Lateness;

/// <summary>Recordings played in real time through the device's pipeline and one model.</summary>
/// <param name="LatenciesUs">Of every window, in order.</param>
/// <param name="Elapsed">From the first window's due time to the last answer.</param>
internal sealed record PlayedWindows(IReadOnlyList<double> LatenciesUs, TimeSpan Elapsed)
{
    /// <param name="recordings">Of how many windows each is.</param>
    /// <param name="windowsPerSecond">Rate at which windows become due.</param>
    /// <param name="work">What the model does with the window of this number.</param>
    public static PlayedWindows Play(IReadOnlyList<int> recordings, double windowsPerSecond, Action<int> work)
    {
        using var folder = new TemporaryFolder();
        var set = RecordingSet.Open(TinyTask.WriteData(folder.File("data"), windows: 1, recordings));
        var test = TestRecordings.Of(set);
        set.ReadFiles(test);
        using var lane = new ModelLane(
            "model", "00", TinyTask.Task, DecisionRule.PerWindow, TinyTask.Unchanged, new WorkingModel(work), TimeProvider.System);
        var sink = new LatencyList();
        var pipeline = new StreamPipeline(TinyTask.Shape, [lane], sink, TimeProvider.System);
        var playback = Playback.Paced(windowsPerSecond, TimeProvider.System);
        foreach (var recording in test)
            pipeline.Run(set.OpenSource(recording, playback), CancellationToken.None);
        return new(sink.LatenciesUs, TimeProvider.System.GetElapsedTime(sink.FirstDue));
    }

    private sealed class WorkingModel(Action<int> work) : IModel
    {
        private int _next;

        public int InputLength => TinyTask.Shape.ValueCount;

        public int OutputLength => 2;

        public void Predict(ReadOnlySpan<float> input, Span<float> output)
        {
            work(_next++);
            (output[0], output[1]) = (0.25f, 0.75f);
        }

        public void Dispose()
        {
        }
    }

    private sealed class LatencyList : IAnswerSink
    {
        public List<double> LatenciesUs { get; } = [];

        public long FirstDue { get; private set; }

        public void Accept(string stream, in WindowHeader window, ModelLane lane, in Answer answer)
        {
            if (LatenciesUs.Count == 0)
                FirstDue = window.LastDueTimestamp;
            LatenciesUs.Add(answer.LatencyUs);
        }
    }
}
