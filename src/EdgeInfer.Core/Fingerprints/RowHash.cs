namespace EdgeInfer.Core.Fingerprints;

/// <summary>64-bit hashes of values as they were read: text and time of a file play no part.</summary>
public static class RowHash
{
    /// <summary>Of one row. The order of its channels plays no part, nor do their names.</summary>
    public static ulong OfChannels(ReadOnlySpan<float> values)
    {
        var sum = 0UL;
        foreach (var value in values)
            sum += Mix(Bits(value));
        return Mix(sum);
    }

    /// <summary>Of values whose places matter: the pixels of an image.</summary>
    public static ulong OfSequence(ReadOnlySpan<float> values)
    {
        var hash = 0UL;
        foreach (var value in values)
            hash = Mix(hash ^ Bits(value));
        return hash;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): every bit of the input moves every bit.</summary>
    internal static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    // One zero and one NaN: files write them in several ways.
    private static uint Bits(float value) =>
        value == 0 ? 0 : float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value);
}
