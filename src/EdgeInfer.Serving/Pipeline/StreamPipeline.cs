using EdgeInfer.Core.Numerics;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Serving.Pipeline;

/// <summary>
/// A stream from its source to every model's decision, on the calling thread, without allocation a window.
/// All models see the same window. The latency of each is the lateness common to all (from the moment the last sample
/// was due to the first model's start) plus its own preprocessing and inference. The lateness holds whatever kept the
/// thread: the decoding of this frame, and with earlier windows the work of every model and what their answers
/// waited for. Only another model's work on the same window is left out, as if it ran alone; where that makes the next
/// window late, the next window's lateness has it. Which model goes first changes with every window, so that neither
/// always finds the caches cold.
/// A window that holds NaN or an infinity reaches no model: every lane counts it, and the next window begins a segment.
/// </summary>
public sealed class StreamPipeline
{
    private readonly IReadOnlyList<ModelLane> _lanes;
    private readonly IAnswerSink _sink;
    private readonly TimeProvider _time;
    private readonly WindowAssembler? _assembler;
    private readonly bool _filters;
    private readonly float[] _sample;
    private readonly float[] _window;
    private readonly Answer[] _answers;
    private readonly bool[] _answered;
    private readonly double _microsecondsPerTick;
    private long _windows;
    private int _segment = -1;

    public StreamPipeline(WindowShape shape, IReadOnlyList<ModelLane> lanes, IAnswerSink sink, TimeProvider time)
    {
        (_lanes, _sink, _time) = (lanes, sink, time);
        _assembler = shape.Frame is null ? new WindowAssembler(shape) : null;
        _filters = shape.Resampling == ResamplingRule.Filtered;
        _sample = new float[shape.SampleLength];
        _window = new float[shape.ValueCount];
        _answers = new Answer[lanes.Count];
        _answered = new bool[lanes.Count];
        _microsecondsPerTick = 1e6 / time.TimestampFrequency;
    }

    /// <summary>Windows that a model answered; may be read from any thread.</summary>
    public long Windows => Volatile.Read(ref _windows);

    public long Gaps => _assembler?.Gaps ?? 0;

    public long AmbiguousWindows => _assembler?.AmbiguousWindows ?? 0;

    /// <summary>Runs until the source has ended or <paramref name="stop"/> is requested.</summary>
    public void Run(ISource source, CancellationToken stop)
    {
        if (_assembler is null)
            RunFrames(source, stop);
        else
            RunSamples(source, _assembler, stop);
    }

    private void RunSamples(ISource source, WindowAssembler assembler, CancellationToken stop)
    {
        assembler.BeginStream(_filters ? source.SampleRateHz : null);
        while (source.TryRead(_sample, out var sample, stop))
        {
            assembler.Push(sample, _sample);
            AnswerAll(source.Stream, assembler);
        }

        if (stop.IsCancellationRequested)
            return;
        assembler.Complete();
        AnswerAll(source.Stream, assembler);
    }

    private void AnswerAll(string stream, WindowAssembler assembler)
    {
        var dropped = assembler.NonFiniteWindows;
        while (assembler.TryTake(_window, out var window))
            Answer(stream, window);
        CountNonFinite(assembler.NonFiniteWindows - dropped);
    }

    private void RunFrames(ISource source, CancellationToken stop)
    {
        var segment = _segment + 1;
        while (source.TryRead(_window, out var frame, stop))
        {
            if (FiniteValues.Are(_window))
            {
                Answer(source.Stream, new WindowHeader(frame.TimeNanoseconds, frame.DueTimestamp, frame.Label, frame.Target, segment)
                {
                    DecodeUs = frame.DecodeUs,
                });
                continue;
            }

            CountNonFinite(1);
            segment = _segment + 1;
        }
    }

    private void CountNonFinite(long windows)
    {
        for (var i = 0; windows > 0 && i < _lanes.Count; i++)
            _lanes[i].Statistics.AddNonFinite(windows);
    }

    private void Answer(string stream, in WindowHeader window)
    {
        if (window.Segment != _segment)
            BeginSegment(window.Segment);
        var latenessUs = (_time.GetTimestamp() - window.LastDueTimestamp) * _microsecondsPerTick;
        var first = (int)(_windows % _lanes.Count);
        for (var i = 0; i < _lanes.Count; i++)
        {
            var turn = (first + i) % _lanes.Count;
            _answered[turn] = _lanes[turn].TryRun(_window, latenessUs, out _answers[turn]);
        }

        var answered = false;
        for (var i = 0; i < _lanes.Count; i++)
        {
            if (!_answered[i])
                continue;
            answered = true;
            _lanes[i].Statistics.Add(window, _answers[i]);
            _sink.Accept(stream, window, _lanes[i], _answers[i]);
        }

        if (answered)
            Volatile.Write(ref _windows, _windows + 1);
    }

    private void BeginSegment(int segment)
    {
        _segment = segment;
        foreach (var lane in _lanes)
            lane.BeginSegment();
    }
}
