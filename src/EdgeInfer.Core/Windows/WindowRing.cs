namespace EdgeInfer.Core.Windows;

/// <summary>The last window's length of grid points, each with its label and target.</summary>
internal sealed class WindowRing(int channels, int length)
{
    private readonly float[] _values = new float[channels * length];
    private readonly int[] _labels = new int[length];
    private readonly int[] _sortedLabels = new int[length];
    private readonly double[] _targets = new double[length];

    public void Store(long index, long timeNanoseconds, SampleInterval interval)
    {
        var slot = (int)(index % length);
        interval.Interpolate(timeNanoseconds, _values.AsSpan(slot), length, out _labels[slot], out _targets[slot]);
    }

    /// <summary>Label that at least half of the points carry; on a tie the lower index.</summary>
    public int MajorityLabel()
    {
        _labels.CopyTo(_sortedLabels, 0);
        Array.Sort(_sortedLabels);
        var (label, longest, run) = (LabelIndex.Ambiguous, 0, 0);
        for (var i = 0; i < length; i++)
        {
            run = i > 0 && _sortedLabels[i] == _sortedLabels[i - 1] ? run + 1 : 1;
            if (run > longest)
                (label, longest) = (_sortedLabels[i], run);
        }

        return longest * 2L >= length ? label : LabelIndex.Ambiguous;
    }

    /// <summary>
    /// Copies the points in time order, channel-major, the oldest being <paramref name="firstIndex"/>; returns the mean target.
    /// </summary>
    public double CopyTo(Span<float> window, long firstIndex)
    {
        var oldest = (int)(firstIndex % length);
        for (var channel = 0; channel < channels; channel++)
        {
            var ring = _values.AsSpan(channel * length, length);
            var target = window.Slice(channel * length, length);
            ring[oldest..].CopyTo(target);
            ring[..oldest].CopyTo(target[(length - oldest)..]);
        }

        var sum = 0.0;
        for (var i = 0; i < length; i++)
            sum += _targets[(oldest + i) % length];
        return sum / length;
    }
}
