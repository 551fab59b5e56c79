using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Numerics;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Sources;

namespace EdgeInfer.Core.Windows;

/// <summary>
/// Puts irregularly timed samples onto a uniform grid, linearly interpolated, and cuts the grid into windows.
/// A segment is a run of samples without a gap; its grid starts at its first sample, and no window spans two segments.
/// A window that holds NaN or an infinity is never handed out: it is counted, and the next window begins a segment.
/// Where the shape asks for it, samples of a faster source pass an anti-alias filter first, and keep their times.
/// Allocates nothing while a stream runs.
/// </summary>
public sealed class WindowAssembler
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>146 years: sums and differences of two such times, and one grid step beyond, fit 64 bits.</summary>
    private const long TimeLimitNanoseconds = 1L << 62;

    private const double SlowestRateHz = 1e-6;

    private readonly WindowShape _shape;
    private readonly SampleInterval _interval;
    private readonly WindowRing _ring;
    private readonly double _maxGapNanoseconds;
    private readonly float[] _filtered;
    private AntiAliasFilter? _filter;
    private long? _newestTime;
    private bool _inSegment;
    private bool _lostWindow;
    private int _segment = -1;
    private long _segmentStart;
    private long _points;
    private long _intervalFirstPoint;
    private long _nextWindowEnd;

    /// <exception cref="ArgumentException">
    /// The shape has no channel, a length, hop or gap that is not above 0, or a rate below 1 uHz.
    /// </exception>
    public WindowAssembler(WindowShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfZero(shape.Channels.Count, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Length, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.Hop, nameof(shape));
        if (!(shape.RateHz >= SlowestRateHz && double.IsFinite(shape.RateHz) && shape.MaxGapSeconds > 0))
            throw new ArgumentException($"rate {shape.RateHz} Hz or longest gap {shape.MaxGapSeconds} s is too small", nameof(shape));

        _shape = shape;
        _interval = new SampleInterval(shape.Channels.Count);
        _ring = new WindowRing(shape.Channels.Count, shape.Length);
        _maxGapNanoseconds = shape.MaxGapSeconds * NanosecondsPerSecond;
        _filtered = new float[shape.Channels.Count];
    }

    /// <summary>Steps longer than the shape allows, and steps backwards in time.</summary>
    public long Gaps { get; private set; }

    /// <summary>Windows dropped because no label held half of them.</summary>
    public long AmbiguousWindows { get; private set; }

    /// <summary>Windows dropped because one of their values is NaN or an infinity.</summary>
    public long NonFiniteWindows { get; private set; }

    /// <summary>
    /// Takes one value a channel. Samples of equal time count as one, their mean; a window that the first of them
    /// completed keeps the value it saw, since a window never waits for a sample after its own end.
    /// </summary>
    /// <exception cref="InvalidInputException">The time lies outside +-2^62 ns (146 years).</exception>
    /// <exception cref="InvalidOperationException">A complete window has not been taken.</exception>
    public void Push(in SampleHeader header, ReadOnlySpan<float> values)
    {
        if (values.Length != _shape.Channels.Count)
            throw new ArgumentException($"{values.Length} values for {_shape.Channels.Count} channels", nameof(values));

        if (header.TimeNanoseconds is <= -TimeLimitNanoseconds or >= TimeLimitNanoseconds)
            throw new InvalidInputException("sample time", $"{header.TimeNanoseconds} ns is outside +-146 years");

        RefuseUntakenWindow();
        if (_filter is null)
        {
            Accept(header, values);
            return;
        }

        _filter.Push(header, values, startsSegment: _newestTime is { } before && IsGap(before, header.TimeNanoseconds));
        _newestTime = header.TimeNanoseconds;
    }

    /// <summary>No sample follows in this stream: windows that waited for one may be taken.</summary>
    public void Complete() => _filter?.Complete();

    /// <summary>Call after each <see cref="Push"/>, and after <see cref="Complete"/>, until it returns false.</summary>
    /// <param name="window">Receives the values, [channel][time].</param>
    public bool TryTake(Span<float> window, out WindowHeader header)
    {
        while (TryNextWindow())
        {
            var first = _points - _shape.Length;
            var target = _ring.CopyTo(window, first);
            if (!FiniteValues.Are(window[.._shape.ValueCount]))
            {
                NonFiniteWindows++;
                _lostWindow = true;
                continue;
            }

            var label = _ring.MajorityLabel();
            if (label == LabelIndex.Ambiguous)
            {
                AmbiguousWindows++;
                continue;
            }

            if (_lostWindow)
                _segment++;
            _lostWindow = false;
            header = new WindowHeader(TimeOf(first), _interval.Newest.DueTimestamp, label, target, _segment);
            return true;
        }

        header = default;
        return false;
    }

    /// <summary>The next sample starts a new grid: another recording or group begins. Not counted as a gap.</summary>
    /// <param name="sampleRateHz">
    /// Rate at which its source samples, Hz, for shapes whose faster sources are filtered; null where it is no faster.
    /// </param>
    /// <exception cref="InvalidInputException">The source is too fast for the shape's rate.</exception>
    /// <exception cref="InvalidOperationException">A complete window has not been taken.</exception>
    public void BeginStream(double? sampleRateHz = null)
    {
        RefuseUntakenWindow();
        _inSegment = false;
        _newestTime = null;
        if (_shape.Resampling != ResamplingRule.Filtered || sampleRateHz is not { } rate || !AntiAliasFilter.IsNeeded(rate, _shape.RateHz))
            _filter = null;
        else if (_filter?.SampleRateHz == rate)
            _filter.Clear();
        else
            _filter = new AntiAliasFilter(_shape.Channels.Count, rate, _shape.RateHz);
    }

    private void Accept(in SampleHeader header, ReadOnlySpan<float> values)
    {
        if (_inSegment && header.TimeNanoseconds == _interval.Newest.TimeNanoseconds)
        {
            _interval.Merge(header, values);
            for (var point = Math.Max(_intervalFirstPoint, _points - _shape.Length); point < _points; point++)
                _ring.Store(point, TimeOf(point), _interval);
            return;
        }

        if (_inSegment && IsGap(_interval.Newest.TimeNanoseconds, header.TimeNanoseconds))
        {
            Gaps++;
            _inSegment = false;
        }

        if (!_inSegment)
            StartSegment(header.TimeNanoseconds);
        _interval.Append(header, values);
        _intervalFirstPoint = _points;
    }

    private void StartSegment(long timeNanoseconds)
    {
        _inSegment = true;
        _lostWindow = false;
        _segment++;
        _segmentStart = timeNanoseconds;
        _points = 0;
        _nextWindowEnd = _shape.Length;
    }

    private bool TryNextWindow()
    {
        while (!TryCompleteWindow())
        {
            if (_filter is null || !_filter.TryTake(_filtered, out var sample))
                return false;
            Accept(sample, _filtered);
        }

        return true;
    }

    private bool TryCompleteWindow()
    {
        while (_inSegment && TimeOf(_points) is var time && _interval.Reaches(time))
        {
            _ring.Store(_points, time, _interval);
            _points++;
            if (_points == _nextWindowEnd)
            {
                _nextWindowEnd += _shape.Hop;
                return true;
            }
        }

        return false;
    }

    private void RefuseUntakenWindow()
    {
        if (TryCompleteWindow())
            throw new InvalidOperationException("a complete window was not taken before the next sample");
    }

    private bool IsGap(long before, long after) => after < before || after - before > _maxGapNanoseconds;

    private long TimeOf(long point) => _segmentStart + UniformGrid.OffsetNanoseconds(point, _shape.RateHz);
}
