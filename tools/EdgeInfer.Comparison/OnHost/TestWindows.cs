using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Core.Errors;
using EdgeInfer.Measurement.Latency;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Serving.Evaluation;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Comparison.OnHost;

/// <summary>The windows of the test side: answered once each, and some of them timed again and again.</summary>
internal sealed class TestWindows
{
    private const int Timed = 64;

    private readonly RecordingSet _set;
    private readonly IReadOnlyList<Recording> _recordings;
    private readonly float[][] _timed;

    private TestWindows(RecordingSet set, IReadOnlyList<Recording> recordings, float[][] timed) =>
        (_set, _recordings, _timed) = (set, recordings, timed);

    /// <exception cref="InvalidInputException">The recordings hold no whole window.</exception>
    public static TestWindows Read(RecordingSet set, IReadOnlyList<Recording> recordings)
    {
        var values = WindowSet.Read(set, recordings, set.TestShape).Values;
        if (values.Length == 0)
            throw new InvalidInputException(set.Directory, "the test side of the split holds no whole window");
        var timed = Math.Min(values.Length, Timed);
        return new(set, recordings, [.. Enumerable.Range(0, timed).Select(i => values[(int)((long)i * values.Length / timed)])]);
    }

    public IReadOnlyList<Observation> Answer(
        IReadOnlyList<ReadyBundle> bundles, IReadOnlyList<Manifest> models, CancellationToken stop)
    {
        var answers = WindowEvaluation.Run(
            _set.TestShape,
            [.. bundles.Select(bundle => bundle.Lane)],
            _recordings.Select(recording => _set.OpenSource(recording, Playback.Immediate)),
            TimeProvider.System,
            stop);
        stop.ThrowIfCancellationRequested();
        var observations = new List<Observation>();
        for (var model = 0; model < models.Count; model++)
        {
            foreach (var answer in answers[model])
            {
                if (Observation.TryFrom(answer, models[model], bundles[model].Lane, _set.Marks, out var observation))
                    observations.Add(observation);
            }
        }

        return observations;
    }

    /// <summary>CPU time of each model, by its name, over that of the first.</summary>
    public IReadOnlyDictionary<string, LatencyRatio> Time(IReadOnlyList<ModelLane> lanes, IReadOnlyList<Manifest> models, int seed)
    {
        var ratios = InterleavedBlocks.Run([.. lanes.Select(Prediction)], seed);
        return models.Zip(ratios).ToDictionary(pair => pair.First.Name, pair => pair.Second);
    }

    private Action Prediction(ModelLane lane)
    {
        var next = 0;
        return () =>
        {
            lane.TryScore(_timed[next]);
            next = (next + 1) % _timed.Length;
        };
    }
}
