using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Sources;

namespace EdgeInfer.Core.Resampling;

/// <summary>
/// Takes away what a lower rate cannot hold: passes signals up to 0.8 of half the new rate, and lowers those from half the new rate on by
/// 60 dB. Each sample comes out at its own time, once the samples within the filter's reach after it are there. Before the
/// first sample of a segment and behind its last one, these two stand for what was not seen. Sums in one fixed order, and
/// allocates nothing after construction.
/// </summary>
public sealed class AntiAliasFilter
{
    /// <summary>Sources up to this many times the new rate pass as they are: what they fold lies in the upper tenth of the band.</summary>
    private const double LargestUnfilteredRatio = 1.1;

    /// <summary>36 taps a step of the ratio: beyond this one the filter costs more than any model.</summary>
    private const double MaxRatio = 1000;

    private readonly double[] _taps;
    private readonly int _channels;
    private readonly int _length;

    /// <summary>Each sample stands twice, a length apart, so that the newest ones always lie together.</summary>
    private readonly float[][] _history;
    private readonly SampleHeader[] _headers;
    private readonly float[] _newest;
    private readonly float[] _waiting;
    private readonly double[] _sum;
    private SampleHeader _waitingHeader;
    private SampleHeader _newestHeader;
    private double _targetSum;
    private int _merged;
    private bool _isWaiting;
    private bool _isReady;
    private int _tail;
    private long _tailDue;
    private long _count;
    private long _shifts;

    /// <param name="channels">Values in a sample.</param>
    /// <param name="sampleRateHz">Rate of the samples, Hz.</param>
    /// <param name="newRateHz">Rate that they are to be sampled at, Hz; below the other.</param>
    /// <exception cref="InvalidInputException">The rates are too far apart.</exception>
    public AntiAliasFilter(int channels, double sampleRateHz, double newRateHz)
    {
        var ratio = sampleRateHz / newRateHz;
        if (!(ratio <= MaxRatio))
        {
            throw new InvalidInputException(
                "resampling",
                string.Create(CultureInfo.InvariantCulture, $"{sampleRateHz:G6} Hz is more than {MaxRatio} times {newRateHz:G6} Hz: ")
                + "give a higher rate_hz");
        }

        (_channels, SampleRateHz) = (channels, sampleRateHz);
        _taps = KaiserLowPass.HalfTaps(ratio);
        _length = 2 * Reach + 1;
        _history = [.. Enumerable.Range(0, channels).Select(_ => new float[2 * _length])];
        _headers = new SampleHeader[_length];
        _newest = new float[channels];
        _waiting = new float[channels];
        _sum = new double[channels];
    }

    public double SampleRateHz { get; }

    /// <summary>Samples on each side of one that it is made of; its delay.</summary>
    public int Reach => _taps.Length - 1;

    /// <summary>Whether a source is so much faster than the new rate that it must be filtered.</summary>
    public static bool IsNeeded(double sampleRateHz, double newRateHz) => sampleRateHz > LargestUnfilteredRatio * newRateHz;

    /// <summary>Forgets all samples.</summary>
    public void Clear() => (_count, _tail, _isWaiting, _isReady) = (0, 0, false, false);

    /// <summary>Samples of equal time count as one, their mean.</summary>
    /// <param name="header">Of the sample.</param>
    /// <param name="values">One value a channel.</param>
    /// <param name="startsSegment">Whether the samples before belong to another segment, which is then complete.</param>
    /// <exception cref="InvalidOperationException">A filtered sample has not been taken.</exception>
    public void Push(in SampleHeader header, ReadOnlySpan<float> values, bool startsSegment)
    {
        if (_isReady || _tail > 0 || _isWaiting)
            throw new InvalidOperationException("a filtered sample was not taken before the next sample");
        if (_count > 0 && !startsSegment && header.TimeNanoseconds == _newestHeader.TimeNanoseconds)
        {
            Merge(header, values);
            return;
        }

        if (_count > 0 && startsSegment)
        {
            (_isWaiting, _waitingHeader) = (true, header);
            values.CopyTo(_waiting);
            (_tail, _tailDue) = (Reach, header.DueTimestamp);
            return;
        }

        Append(header, values);
    }

    /// <summary>No sample follows in this segment: those that wait for one come out.</summary>
    public void Complete()
    {
        if (_count > 0)
            (_tail, _tailDue) = (Reach, _newestHeader.DueTimestamp);
    }

    /// <summary>Call after each <see cref="Push"/>, and after <see cref="Complete"/>, until it returns false.</summary>
    /// <param name="values">Receives one value a channel.</param>
    /// <param name="header">Of the sample at this time; it was due when the last sample that it is made of was.</param>
    public bool TryTake(Span<float> values, out SampleHeader header)
    {
        while (!_isReady && (_tail > 0 || _isWaiting))
        {
            if (_tail > 0)
            {
                _tail--;
                Shift(_newest);
            }
            else
            {
                (_isWaiting, _count) = (false, 0);
                Append(_waitingHeader, _waiting);
            }
        }

        if (!_isReady)
        {
            header = default;
            return false;
        }

        _isReady = false;
        var center = _shifts - 1 - Reach;
        var due = _shifts > _count ? _tailDue : _newestHeader.DueTimestamp;
        header = _headers[center % _length] with { DueTimestamp = due };
        for (var channel = 0; channel < _channels; channel++)
            values[channel] = Filtered(_history[channel].AsSpan((int)(_shifts % _length), _length));
        if (_shifts - _count == Reach && !_isWaiting)
            Clear();
        return true;
    }

    private void Append(in SampleHeader header, ReadOnlySpan<float> values)
    {
        values.CopyTo(_newest);
        if (_count == 0)
        {
            _shifts = 0;
            for (var channel = 0; channel < _channels; channel++)
                _history[channel].AsSpan().Fill(values[channel]);
        }

        _headers[_count % _length] = header;
        _newestHeader = header;
        _count++;
        for (var channel = 0; channel < _channels; channel++)
            _sum[channel] = values[channel];
        (_targetSum, _merged) = (header.Target, 1);
        Shift(values);
    }

    private void Merge(in SampleHeader header, ReadOnlySpan<float> values)
    {
        _merged++;
        _targetSum += header.Target;
        _newestHeader = header with { Target = _targetSum / _merged };
        _headers[(_count - 1) % _length] = _newestHeader;
        for (var channel = 0; channel < _channels; channel++)
        {
            _sum[channel] += values[channel];
            _newest[channel] = (float)(_sum[channel] / _merged);
        }

        _shifts--;
        var wasReady = _isReady;
        Shift(_newest);
        _isReady = wasReady;
    }

    private void Shift(ReadOnlySpan<float> values)
    {
        var slot = (int)(_shifts % _length);
        for (var channel = 0; channel < _channels; channel++)
            _history[channel][slot] = _history[channel][slot + _length] = values[channel];
        _shifts++;
        _isReady = _shifts > Reach;
    }

    /// <summary>Four sums, each in the order of the taps: the same bits on every processor.</summary>
    private float Filtered(ReadOnlySpan<float> samples)
    {
        Span<double> sums = [0, 0, 0, 0];
        for (var i = 0; i < Reach; i++)
            sums[i & 3] += _taps[i] * ((double)samples[i] + samples[^(i + 1)]);
        return (float)(_taps[Reach] * samples[Reach] + (sums[0] + sums[1] + (sums[2] + sums[3])));
    }
}
