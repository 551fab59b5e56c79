using System.Numerics;
using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>What power spectra say, over the bins above 0 Hz and up to half the rate.</summary>
internal static class SpectralStatistics
{
    private const int Bands = 8;

    /// <summary>Far below any sensor's noise; only silence reaches it.</summary>
    private const double LowestPower = 1e-30;

    /// <summary>A bin's share below this adds nothing to an entropy in double.</summary>
    private const double LowestShare = 1e-30;

    private static readonly Vector<double> LogOfSilence = PortableMath.Log(new Vector<double>(LowestPower));

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Enumerable.Range(1, Bands).Select(band => $"band_{band}_share"),
        "log_power", "dominant_hz", "centroid_hz", "spread_hz", "spectral_entropy",
    ];

    /// <summary>A silent signal has the lowest log power and 0 for the rest.</summary>
    public static void Write(Spectrum spectrum, ref FeatureRows features)
    {
        var power = spectrum.Power;
        var (total, weighted, dominant) = Sums(power);
        var silent = Vector.Equals(total, Vector<double>.Zero);
        var centroid = weighted / total;
        var variance = Vector.MaxNative(spectrum.Variance(total - power[^1] / 2), new(LowestPower));

        WriteBandShares(power, total, silent, ref features);
        features.Write(Vector.ConditionalSelect(silent, LogOfSilence, PortableMath.Log(variance)));
        features.Write(Unless(silent, dominant * spectrum.BinHz));
        features.Write(Unless(silent, centroid * spectrum.BinHz));
        features.Write(Unless(silent, Spread(power, total, centroid) * spectrum.BinHz));
        features.Write(Unless(silent, Entropy(power, total)));
    }

    private static Vector<double> Unless(Vector<long> silent, Vector<double> value) =>
        Vector.ConditionalSelect(silent, Vector<double>.Zero, value);

    private static (Vector<double> Total, Vector<double> Weighted, Vector<double> Dominant) Sums(
        ReadOnlySpan<Vector<double>> power)
    {
        var (total, weighted) = (Vector<double>.Zero, Vector<double>.Zero);
        var (highest, dominant, bin) = (power[1], Vector<double>.One, Vector<double>.One);
        foreach (var value in power[1..])
        {
            total += value;
            weighted += value * bin;
            var higher = Vector.GreaterThan(value, highest);
            highest = Vector.ConditionalSelect(higher, value, highest);
            dominant = Vector.ConditionalSelect(higher, bin, dominant);
            bin += Vector<double>.One;
        }

        return (total, weighted, dominant);
    }

    private static void WriteBandShares(
        ReadOnlySpan<Vector<double>> power, Vector<double> total, Vector<long> silent, ref FeatureRows features)
    {
        var bandBins = (power.Length - 1) / Bands;
        for (var band = 0; band < Bands; band++)
        {
            var sum = Vector<double>.Zero;
            foreach (var bin in power.Slice(1 + band * bandBins, bandBins))
                sum += bin;
            features.Write(Unless(silent, sum / total));
        }
    }

    private static Vector<double> Spread(
        ReadOnlySpan<Vector<double>> power, Vector<double> total, Vector<double> centroid)
    {
        var (sum, bin) = (Vector<double>.Zero, Vector<double>.One);
        foreach (var value in power[1..])
        {
            var offset = bin - centroid;
            sum += offset * offset * value;
            bin += Vector<double>.One;
        }

        return Vector.SquareRoot(sum / total);
    }

    /// <summary>Shannon entropy of the bins' shares over that of a flat spectrum: 0 for one line, 1 for equal bins.</summary>
    private static Vector<double> Entropy(ReadOnlySpan<Vector<double>> power, Vector<double> total)
    {
        var sum = Vector<double>.Zero;
        foreach (var value in power[1..])
        {
            var share = value / total;
            var part = share * PortableMath.Log(share);
            sum -= Vector.ConditionalSelect(Vector.GreaterThan(share, new(LowestShare)), part, Vector<double>.Zero);
        }

        return sum / PortableMath.Log(power.Length - 1);
    }
}
