namespace EdgeInfer.Core.Preprocessing;

/// <summary>Shifts and scales each channel: (x - mean) / deviation; keeps the window's shape.</summary>
public sealed class Standardization : IPreprocessor
{
    public const string Id = "standardize/1";

    private readonly float[] _mean;
    private readonly float[] _scale;
    private readonly int _length;

    /// <param name="mean">Mean a channel, in the channel's unit.</param>
    /// <param name="deviation">Standard deviation a channel, above 0, in the channel's unit.</param>
    /// <param name="length">Samples per channel.</param>
    public Standardization(IReadOnlyList<float> mean, IReadOnlyList<float> deviation, int length)
    {
        if (mean.Count != deviation.Count)
            throw new ArgumentException($"{mean.Count} means but {deviation.Count} deviations");
        foreach (var value in deviation)
        {
            if (!(value > 0))
                throw new ArgumentException($"deviation {value} is not above 0");
        }

        _mean = [.. mean];
        _scale = [.. deviation.Select(d => 1f / d)];
        _length = length;
    }

    public int OutputLength => _mean.Length * _length;

    public void Apply(ReadOnlySpan<float> window, Span<float> output)
    {
        for (var channel = 0; channel < _mean.Length; channel++)
        {
            var (mean, scale) = (_mean[channel], _scale[channel]);
            var source = window.Slice(channel * _length, _length);
            var target = output.Slice(channel * _length, _length);
            for (var i = 0; i < source.Length; i++)
                target[i] = (source[i] - mean) * scale;
        }
    }
}
