using EdgeInfer.Core.Sources;

namespace EdgeInfer.Core.Windows;

/// <summary>The newest sample and the one before it: the line between them is what a grid point lies on.</summary>
internal sealed class SampleInterval(int channels)
{
    /// <summary>A nanosecond is rounding in whoever wrote the timestamps; such a point is the sample itself.</summary>
    private const long SameInstantNanoseconds = 1;

    private readonly double[] _sum = new double[channels];
    private float[] _before = new float[channels];
    private float[] _newest = new float[channels];
    private SampleHeader _beforeHeader;
    private SampleHeader _newestHeader;
    private double _targetSum;
    private int _merged;

    public SampleHeader Newest => _newestHeader;

    public bool Reaches(long timeNanoseconds) =>
        timeNanoseconds <= _newestHeader.TimeNanoseconds
        || timeNanoseconds - _newestHeader.TimeNanoseconds <= SameInstantNanoseconds;

    public void Append(in SampleHeader header, ReadOnlySpan<float> values)
    {
        (_before, _newest) = (_newest, _before);
        _beforeHeader = _newestHeader;
        _newestHeader = header;
        values.CopyTo(_newest);
        for (var channel = 0; channel < _sum.Length; channel++)
            _sum[channel] = values[channel];
        _targetSum = header.Target;
        _merged = 1;
    }

    /// <summary>Makes the newest sample the mean of all that share its time; its label is the last one's.</summary>
    public void Merge(in SampleHeader header, ReadOnlySpan<float> values)
    {
        _merged++;
        _targetSum += header.Target;
        _newestHeader = header with { Target = _targetSum / _merged };
        for (var channel = 0; channel < _sum.Length; channel++)
        {
            _sum[channel] += values[channel];
            _newest[channel] = (float)(_sum[channel] / _merged);
        }
    }

    /// <summary>Writes the values at a time after the earlier sample into every <paramref name="stride"/>-th place.</summary>
    public void Interpolate(long timeNanoseconds, Span<float> values, int stride, out int label, out double target)
    {
        if (timeNanoseconds >= _newestHeader.TimeNanoseconds - SameInstantNanoseconds)
        {
            for (var channel = 0; channel < _newest.Length; channel++)
                values[channel * stride] = _newest[channel];
            (label, target) = (_newestHeader.Label, _newestHeader.Target);
            return;
        }

        var weight = (double)(timeNanoseconds - _beforeHeader.TimeNanoseconds)
            / (_newestHeader.TimeNanoseconds - _beforeHeader.TimeNanoseconds);
        for (var channel = 0; channel < _newest.Length; channel++)
        {
            double before = _before[channel];
            values[channel * stride] = (float)(before + (_newest[channel] - before) * weight);
        }

        label = _beforeHeader.Label;
        target = _beforeHeader.Target + (_newestHeader.Target - _beforeHeader.Target) * weight;
    }
}
