using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Resampling;

/// <summary>
/// Designs a low-pass of linear phase: a sinc under a Kaiser window (A. V. Oppenheim, R. W. Schafer, Discrete-Time Signal Processing,
/// section 7.5.3). It is made of portable arithmetic, so that its taps are the same bits on every processor.
/// </summary>
internal static class KaiserLowPass
{
    /// <summary>What the stop band and the ripple of the pass band are below the signal, dB.</summary>
    private const double AttenuationDb = 60;

    /// <summary>Edge of the pass band as a share of half the new rate; half the new rate is the edge of the stop band.</summary>
    private const double PassBand = 0.8;

    private const double Beta = 0.1102 * (AttenuationDb - 8.7);
    private const int BesselTerms = 40;

    /// <summary>Denominator of the cut-off in turns a sample, as the portable sine wants it.</summary>
    private const long Turn = 1L << 30;

    /// <summary>The taps from the first to the middle one; those behind mirror them. Their sum over both halves is 1.</summary>
    /// <param name="ratio">Rate of the samples by the new rate, above 1.</param>
    public static double[] HalfTaps(double ratio)
    {
        var transition = 2 * Math.PI * (1 - PassBand) / 2 / ratio;
        var half = (int)Math.Ceiling((AttenuationDb - 7.95) / (2.285 * transition) / 2);
        var cutOff = (long)Math.Round((1 + PassBand) / 4 / ratio * Turn);
        var taps = new double[half + 1];
        var sum = 0.0;
        for (var i = 0; i <= half; i++)
        {
            var n = half - i;
            var sinc = n == 0 ? 2.0 * cutOff / Turn : PortableMath.SineOfTurns(n * cutOff, Turn) / (Math.PI * n);
            var share = (double)n / half;
            taps[i] = sinc * Bessel(Beta * Math.Sqrt(1 - share * share)) / Bessel(Beta);
            sum += n == 0 ? taps[i] : 2 * taps[i];
        }

        for (var i = 0; i <= half; i++)
            taps[i] /= sum;
        return taps;
    }

    /// <summary>Modified Bessel function of the first kind, order 0.</summary>
    private static double Bessel(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k <= BesselTerms; k++)
        {
            var factor = x / (2 * k);
            term *= factor * factor;
            sum += term;
        }

        return sum;
    }
}
