using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>
/// Lines of a spectrum at multiples of the shaft speed: imbalance shows at the first order, misalignment at the second
/// (ISO 13373-1, annex on causes of vibration).
/// </summary>
internal static class OrderSpectrum
{
    /// <summary>Orders, and harmonics of a defect frequency, that are looked at.</summary>
    public const int Harmonics = 3;

    /// <summary>Rolling elements slip, and the speed varies within a window.</summary>
    private const double RelativeTolerance = 0.02;

    /// <summary>Half the width, in the window's resolution, of what a Hann window makes of a line.</summary>
    private const double LineHalfWidth = 1.5;

    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(1, Harmonics).Select(n => $"order_{n}")];

    /// <summary>
    /// Amplitude of the sine that has the power found within 2 % of the frequency, or within 1.5 times the window's
    /// resolution where that is wider; unlike a peak's height it does not depend on where between two bins the line
    /// falls. 0 at or below 0 Hz and above half the rate.
    /// </summary>
    public static Vector<double> AmplitudeNear(Spectrum spectrum, double frequencyHz)
    {
        if (!(frequencyHz > 0 && frequencyHz <= spectrum.LastBin * spectrum.BinHz))
            return Vector<double>.Zero;

        var tolerance = Math.Max(RelativeTolerance * frequencyHz, LineHalfWidth * spectrum.ResolutionHz);
        var first = Math.Max(1, (int)Math.Ceiling((frequencyHz - tolerance) / spectrum.BinHz));
        var last = Math.Min(spectrum.LastBin, (int)Math.Floor((frequencyHz + tolerance) / spectrum.BinHz));
        var power = Vector<double>.Zero;
        for (var bin = first; bin <= last; bin++)
            power += spectrum.Power[bin];
        return Vector.SquareRoot(2 * spectrum.Variance(power));
    }

    public static void Write(Spectrum spectrum, double speedHz, ref FeatureRows features)
    {
        for (var order = 1; order <= Harmonics; order++)
            features.Write(AmplitudeNear(spectrum, order * speedHz));
    }
}
