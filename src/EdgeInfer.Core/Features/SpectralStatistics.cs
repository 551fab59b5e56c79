namespace EdgeInfer.Core.Features;

/// <summary>What a channel's power spectrum says, over the bins above 0 Hz and up to half the rate.</summary>
internal static class SpectralStatistics
{
    private const int Bands = 8;

    /// <summary>Far below any sensor's noise; only silence reaches it.</summary>
    private const double LowestPower = 1e-30;

    /// <summary>A bin's share below this adds nothing to an entropy in double.</summary>
    private const double LowestShare = 1e-30;

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Enumerable.Range(1, Bands).Select(band => $"band_{band}_share"),
        "log_power", "dominant_hz", "centroid_hz", "spread_hz", "spectral_entropy",
    ];

    /// <summary>A silent signal has the lowest log power and 0 for the rest.</summary>
    public static void Write(Spectrum spectrum, ref FeatureWriter features)
    {
        var power = spectrum.Power;
        var (total, weighted, dominant) = (0.0, 0.0, 1);
        for (var k = 1; k < power.Length; k++)
        {
            total += power[k];
            weighted += power[k] * k;
            if (power[k] > power[dominant])
                dominant = k;
        }

        if (total == 0)
        {
            features.Write(0, Bands);
            features.Write(PortableMath.Log(LowestPower));
            features.Write(0, Names.Count - Bands - 1);
            return;
        }

        WriteBandShares(power, total, ref features);
        var variance = spectrum.Variance(total - power[^1] / 2);
        features.Write(PortableMath.Log(Math.Max(variance, LowestPower)));
        features.Write(dominant * spectrum.BinHz);
        var centroid = weighted / total;
        features.Write(centroid * spectrum.BinHz);
        features.Write(Spread(power, total, centroid) * spectrum.BinHz);
        features.Write(Entropy(power, total));
    }

    private static void WriteBandShares(ReadOnlySpan<double> power, double total, ref FeatureWriter features)
    {
        var bandBins = (power.Length - 1) / Bands;
        for (var band = 0; band < Bands; band++)
        {
            var sum = 0.0;
            foreach (var bin in power.Slice(1 + band * bandBins, bandBins))
                sum += bin;
            features.Write(sum / total);
        }
    }

    private static double Spread(ReadOnlySpan<double> power, double total, double centroid)
    {
        var sum = 0.0;
        for (var k = 1; k < power.Length; k++)
            sum += (k - centroid) * (k - centroid) * power[k];
        return Math.Sqrt(sum / total);
    }

    /// <summary>Shannon entropy of the bins' shares over that of a flat spectrum: 0 for one line, 1 for equal bins.</summary>
    private static double Entropy(ReadOnlySpan<double> power, double total)
    {
        var sum = 0.0;
        for (var k = 1; k < power.Length; k++)
        {
            var share = power[k] / total;
            if (share > LowestShare)
                sum -= share * PortableMath.Log(share);
        }

        return sum / PortableMath.Log(power.Length - 1);
    }
}
