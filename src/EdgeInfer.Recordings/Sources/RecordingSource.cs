using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Recordings.Sources;

/// <summary>Plays a recording back; allocates nothing after the first sample.</summary>
internal sealed class RecordingSource(string stream, RecordedSamples samples, Playback playback, double rateHz) : ISource
{
    private readonly long _periodNanoseconds = UniformGrid.OffsetNanoseconds(1, rateHz);
    private int _next;

    public string Stream => stream;

    public double? SampleRateHz => samples.SampleRateHz;

    public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
    {
        header = default;
        if (_next == samples.Count || stop.IsCancellationRequested)
        {
            playback.End(this);
            return false;
        }

        if (_next == 0)
            playback.Begin(this);
        var due = playback.NextDue(Step());
        if (!DueWait.Until(due, playback.Time, stop))
        {
            playback.End(this);
            return false;
        }

        samples.Values(_next).CopyTo(values);
        header = samples.Header(_next, due);
        _next++;
        return true;
    }

    /// <summary>A clock that was set back tells no distance; one period passed, as between two recordings.</summary>
    private long Step()
    {
        var recorded = _next == 0 ? -1 : samples.TimeNanoseconds(_next) - samples.TimeNanoseconds(_next - 1);
        return recorded < 0 ? _periodNanoseconds : recorded;
    }
}
