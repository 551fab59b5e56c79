using EdgeInfer.Core.Sources;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Recordings.Sources;

/// <summary>Plays a recording back; allocates nothing after the first sample.</summary>
internal sealed class RecordingSource(string stream, RecordedSamples samples, Playback playback, double? framesPerSecond) : ISource
{
    private readonly double _ticksPerNanosecond = playback.Time.TimestampFrequency / 1e9 / playback.Speed;
    private long _start;
    private int _next;

    public string Stream => stream;

    public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
    {
        header = default;
        if (_next == samples.Count || stop.IsCancellationRequested)
            return false;
        if (_next == 0)
            _start = framesPerSecond is { } rate ? playback.NextFrame(samples.Count, rate) : playback.Time.GetTimestamp();

        var due = double.IsInfinity(playback.Speed) ? playback.Time.GetTimestamp() : Due(_next);
        if (!DueWait.Until(due, playback.Time, stop))
            return false;
        samples.Values(_next).CopyTo(values);
        header = samples.Header(_next, due);
        _next++;
        return true;
    }

    private long Due(int row) =>
        _start + (long)Math.Round((samples.TimeNanoseconds(row) - samples.TimeNanoseconds(0)) * _ticksPerNanosecond);
}
