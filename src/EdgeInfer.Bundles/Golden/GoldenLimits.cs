namespace EdgeInfer.Bundles.Golden;

internal static class GoldenLimits
{
    /// <summary>A self-test of a minute at most on a slow board and a slow model.</summary>
    public const int Cases = 1_000;
}
