namespace EdgeInfer.Core.Fingerprints;

/// <param name="Compared">Different pieces that could be looked for.</param>
/// <param name="Found">Those of them that were found.</param>
public readonly record struct ContentOverlap(int Compared, int Found)
{
    /// <summary>0 to 1; 0 where nothing could be compared.</summary>
    public double Share => Compared == 0 ? 0 : (double)Found / Compared;
}
