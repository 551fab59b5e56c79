namespace EdgeInfer.Datasets.Simulation;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same numbers from a seed on every version of .NET.</summary>
internal sealed class SeededRandom
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <param name="seed">Chosen by the user.</param>
    /// <param name="streams">Tells independent uses of one seed apart.</param>
    public SeededRandom(int seed, params ReadOnlySpan<int> streams)
    {
        _state = Mix((uint)seed ^ Step);
        foreach (var stream in streams)
            _state = Mix(_state + Mix((uint)stream ^ ~Step));
    }

    /// <summary>Evenly from <paramref name="low"/> up to below <paramref name="high"/>.</summary>
    public double Uniform(double low, double high) => low + ((high - low) * (Next() >> 11) * (1.0 / (1UL << 53)));

    /// <summary>Evenly on a logarithmic scale.</summary>
    public double LogUniform(double low, double high) => low * Math.Exp(Uniform(0, Math.Log(high / low)));

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - Uniform(0, 1))) * Math.Cos(Uniform(0, 2 * Math.PI));

    private ulong Next() => Mix(_state += Step);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
