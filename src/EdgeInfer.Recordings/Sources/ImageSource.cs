using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Files;

namespace EdgeInfer.Recordings.Sources;

/// <summary>
/// Plays one image file back as a camera would: its bytes are there when it is due, and it is decoded then, so that the
/// latency of its window has the decoding in it.
/// </summary>
internal sealed class ImageSource(Recording recording, string path, FrameShape frame, Playback playback, double framesPerSecond) : ISource
{
    private bool _played;

    public string Stream => recording.Id;

    public bool TryRead(Span<float> values, out SampleHeader header, CancellationToken stop)
    {
        header = default;
        if (_played || stop.IsCancellationRequested)
        {
            playback.End(this);
            return false;
        }

        var bytes = StillFile.Read(path);
        playback.Begin(this);
        var due = playback.NextDue(UniformGrid.OffsetNanoseconds(1, framesPerSecond));
        _played = true;
        if (!DueWait.Until(due, playback.Time, stop))
        {
            playback.End(this);
            return false;
        }

        var start = playback.Time.GetTimestamp();
        StillFile.Decode(bytes, frame, path).CopyTo(values);
        header = new SampleHeader(0, due, recording.Label, recording.Target)
        {
            DecodeUs = playback.Time.GetElapsedTime(start).TotalMicroseconds,
        };
        return true;
    }
}
