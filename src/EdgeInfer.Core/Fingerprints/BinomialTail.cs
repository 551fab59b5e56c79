namespace EdgeInfer.Core.Fingerprints;

/// <summary>How likely so many of so many are by chance.</summary>
internal static class BinomialTail
{
    /// <summary>Chance of <paramref name="found"/> or more in <paramref name="count"/> tries; summed, not approximated.</summary>
    public static double AtLeast(int found, int count, double chance)
    {
        if (found <= 0 || chance >= 1)
            return 1;
        if (found > count || chance <= 0)
            return 0;
        // Below the mean the sum would start where terms are too small to be written; it is 1/3 at the least there.
        if (found <= count * chance)
            return 1;
        var odds = Math.Log(chance) - Math.Log(1 - chance);
        var term = count * Math.Log(1 - chance);
        for (var i = 1; i <= found; i++)
            term += Math.Log(count - i + 1) - Math.Log(i) + odds;
        var sum = 0.0;
        for (var i = found; i <= count; i++)
        {
            sum += Math.Exp(term);
            term += Math.Log(count - i) - Math.Log(i + 1) + odds;
        }

        return Math.Min(1, sum);
    }
}
