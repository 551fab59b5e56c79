using EdgeInfer.Core.Windows;

namespace EdgeInfer.Trainer.Networks.Augmentation;

/// <summary>
/// Light changes that leave a window's class alone: a shift in time, a scale a channel, a small rotation of each
/// three-axis sensor, noise. (Um et al., ICMI 2017, for wearable sensors.)
/// </summary>
internal sealed class WindowAugmentation : IAugmentation
{
    private const double ShiftShare = 0.1;
    private const double ScaleDeviation = 0.1;
    private const double RotationDegrees = 15;
    private const double NoiseShare = 0.05;

    private readonly int _length;
    private readonly float[]? _deviation;
    private readonly bool[] _isSignal;
    private readonly List<int> _vectors = [];

    /// <param name="shape">Geometry of the windows.</param>
    /// <param name="deviation">
    /// Standard deviation a channel, which noise is relative to; null makes it relative to each window's own, so that it does not drown
    /// windows that are weaker than others by decades.
    /// </param>
    public WindowAugmentation(WindowShape shape, float[]? deviation)
    {
        _length = shape.Length;
        _deviation = deviation;
        _isSignal = [.. shape.Channels.Select(c => c.Role == ChannelRole.Signal)];
        for (var i = 0; i + 2 < shape.Channels.Count; i++)
        {
            if (SensorAxes.Are([.. shape.Channels.Skip(i).Take(3)]))
            {
                _vectors.Add(i);
                i += 2;
            }
        }
    }

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<float> sample, Span<float> target, Random random)
    {
        var largest = (int)(_length * ShiftShare);
        var shift = random.Next(-largest, largest + 1);
        for (var channel = 0; channel < _isSignal.Length; channel++)
            Shift(sample.Slice(channel * _length, _length), target.Slice(channel * _length, _length), shift);
        foreach (var first in _vectors)
            Rotate(target.Slice(first * _length, 3 * _length), random);
        for (var channel = 0; channel < _isSignal.Length; channel++)
        {
            if (!_isSignal[channel])
                continue;
            var scale = (float)(1 + ScaleDeviation * Normal.Next(random));
            var values = target.Slice(channel * _length, _length);
            var noise = NoiseShare * (_deviation?[channel] ?? Deviation(values));
            foreach (ref var value in values)
                value = value * scale + (float)(noise * Normal.Next(random));
        }
    }

    private static double Deviation(ReadOnlySpan<float> values)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values)
            sum += value;
        var mean = sum / values.Length;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / values.Length);
    }

    /// <summary>Moves the signal in time; the part that has no successor is mirrored at the window's end.</summary>
    private static void Shift(ReadOnlySpan<float> source, Span<float> target, int shift)
    {
        var last = source.Length - 1;
        for (var i = 0; i < source.Length; i++)
        {
            var at = i + shift;
            target[i] = source[at < 0 ? -at : at > last ? 2 * last - at : at];
        }
    }

    /// <summary>Rotates by a random angle about a random axis (Rodrigues' formula).</summary>
    private void Rotate(Span<float> vector, Random random)
    {
        var (x, y, z) = (Normal.Next(random), Normal.Next(random), Normal.Next(random));
        var norm = Math.Sqrt(x * x + y * y + z * z);
        if (norm < 1e-9)
            return;
        (x, y, z) = (x / norm, y / norm, z / norm);
        var (sin, cos) = Math.SinCos(RotationDegrees * Math.PI / 180 * Normal.Next(random));
        var rest = 1 - cos;
        for (var i = 0; i < _length; i++)
        {
            var (a, b, c) = (vector[i], vector[_length + i], vector[2 * _length + i]);
            var dot = x * a + y * b + z * c;
            vector[i] = (float)(a * cos + (y * c - z * b) * sin + x * dot * rest);
            vector[_length + i] = (float)(b * cos + (z * a - x * c) * sin + y * dot * rest);
            vector[2 * _length + i] = (float)(c * cos + (x * b - y * a) * sin + z * dot * rest);
        }
    }
}
