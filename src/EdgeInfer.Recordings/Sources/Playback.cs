using System.Globalization;

namespace EdgeInfer.Recordings.Sources;

/// <summary>When the samples of a recording are handed out; one reader at a time.</summary>
public sealed class Playback
{
    private long? _nextFrame;

    private Playback(double speed, TimeProvider time) => (Speed, Time) = (speed, time);

    /// <summary>As fast as they are read; a sample is due when it is asked for.</summary>
    public static Playback Immediate { get; } = new(double.PositiveInfinity, TimeProvider.System);

    /// <summary>Times the recorded speed; infinite for <see cref="Immediate"/>.</summary>
    internal double Speed { get; }

    internal TimeProvider Time { get; }

    /// <summary>
    /// As recorded, times <paramref name="speed"/>: a sample recorded t seconds after the first is due t / speed seconds
    /// after the first was asked for. A reader that is late gets the samples at once until it has caught up.
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

    /// <summary>
    /// When the first of some frames is due: one period after the last of the recording before, so that a reader that
    /// can't keep up is seen to be late.
    /// </summary>
    internal long NextFrame(int count, double framesPerSecond)
    {
        if (double.IsInfinity(Speed))
            return Time.GetTimestamp();
        var start = _nextFrame ?? Time.GetTimestamp();
        _nextFrame = start + (long)Math.Round(count / framesPerSecond / Speed * Time.TimestampFrequency);
        return start;
    }
}
