using System.Globalization;
using EdgeInfer.Core.Sources;

namespace EdgeInfer.Recordings.Sources;

/// <summary>
/// The one schedule of a stream, whatever number of recordings it plays and however often: when each sample is due
/// follows from the sample before it, never from when a reader got round to it. Serves one stream; streams that run at
/// once take one each.
/// </summary>
public sealed class Playback
{
    private ISource? _playing;
    private long? _start;
    private long _elapsedNanoseconds;

    private Playback(double speed, TimeProvider time) => (Speed, Time) = (speed, time);

    /// <summary>As fast as they are read; a sample is due when it is asked for, so that nothing is ever late.</summary>
    public static Playback Immediate { get; } = new(double.PositiveInfinity, TimeProvider.System);

    /// <summary>Times the recorded speed; infinite for <see cref="Immediate"/>.</summary>
    internal double Speed { get; }

    internal TimeProvider Time { get; }

    /// <summary>
    /// As recorded, times <paramref name="speed"/>: a sample recorded t seconds after the one before it is due t / speed
    /// seconds after it. The first of all is due when it is asked for; the first of the next recording, one period after
    /// the last of this one. A reader that is late gets the samples at once until it has caught up.
    /// </summary>
    /// <param name="speed">1 for the speed of the sensor; above 0 and finite.</param>
    /// <param name="time">Gives the monotonic timestamps.</param>
    public static Playback Paced(double speed, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (!(speed > 0) || !double.IsFinite(speed))
            throw new ArgumentOutOfRangeException(nameof(speed), speed.ToString(CultureInfo.InvariantCulture), "not above 0 and finite");
        return new Playback(speed, time);
    }

    /// <exception cref="InvalidOperationException">Another recording of this playback has not ended.</exception>
    internal void Begin(ISource source)
    {
        if (double.IsInfinity(Speed))
            return;
        if (_playing is { } other && other != source)
            throw new InvalidOperationException(
                $"recording {source.Stream} begins before {other.Stream} has ended: streams that run at once take a playback each");
        _playing = source;
    }

    internal void End(ISource source)
    {
        if (_playing == source)
            _playing = null;
    }

    /// <summary>When the next sample is due, as a monotonic timestamp.</summary>
    /// <param name="nanoseconds">After the sample before it, as recorded; of no account for the first of all.</param>
    internal long NextDue(long nanoseconds)
    {
        if (double.IsInfinity(Speed))
            return Time.GetTimestamp();
        if (_start is null)
            _start = Time.GetTimestamp();
        else
            _elapsedNanoseconds += nanoseconds;
        return _start.Value + (long)Math.Round(_elapsedNanoseconds / 1e9 / Speed * Time.TimestampFrequency);
    }
}
