using System.Numerics;
using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Preprocessing;

/// <summary>
/// Standardises each channel, and compands it by the continuous form of the mu-law (ITU-T G.711): of z = (x - mean) / deviation,
/// sign(z) ln(1 + mu |z|) / ln(1 + mu). For signals whose strength spans decades, as vibration's does: equal steps of 8 bits would
/// leave nothing of the weak ones. The same bits on every processor; keeps the window's shape.
/// </summary>
public sealed class MuLawCompanding : IPreprocessor
{
    public const string Id = "mu-law/1";

    /// <summary>Steps at 0 are 21 times finer than at one deviation.</summary>
    internal const double Mu = 20;

    private static readonly double LogOfWhole = PortableMath.Log(1 + Mu);

    private readonly Standardization _standardization;

    /// <param name="mean">Mean a channel, in the channel's unit.</param>
    /// <param name="deviation">Standard deviation a channel, above 0, in the channel's unit.</param>
    /// <param name="length">Samples per channel.</param>
    public MuLawCompanding(IReadOnlyList<float> mean, IReadOnlyList<float> deviation, int length) =>
        _standardization = new Standardization(mean, deviation, length);

    public int OutputLength => _standardization.OutputLength;

    public void Apply(ReadOnlySpan<float> window, Span<float> output)
    {
        _standardization.Apply(window, output);
        var values = output[..OutputLength];
        while (values.Length >= Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(values), out var low, out var high);
            Vector.Narrow(Compand(low), Compand(high)).CopyTo(values);
            values = values[Vector<float>.Count..];
        }

        foreach (ref var value in values)
            value = (float)Compand(new Vector<double>(value))[0];
    }

    private static Vector<double> Compand(Vector<double> value)
    {
        var strength = Vector.Abs(value);
        var size = PortableMath.Log(Vector<double>.One + Mu * strength) / new Vector<double>(LogOfWhole);
        var companded = Vector.ConditionalSelect(Vector.LessThan(value, Vector<double>.Zero), -size, size);
        // What is no number, or none that fits, stays so and is noticed behind.
        return Vector.ConditionalSelect(Vector.LessThanOrEqual(strength, new Vector<double>(float.MaxValue)), companded, value);
    }
}
