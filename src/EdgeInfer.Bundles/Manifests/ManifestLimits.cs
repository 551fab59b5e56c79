namespace EdgeInfer.Bundles.Manifests;

internal static class ManifestLimits
{
    /// <summary>Names become folders, topics and table columns.</summary>
    public const int NameLength = 100;

    /// <summary>Far above any sensor's; features of every pair of channels stay in the thousands.</summary>
    public const int Channels = 64;

    /// <summary>Above ultrasound; keeps the period above a microsecond.</summary>
    public const double RateHz = 1_000_000;

    /// <summary>Values in a window: 8 MB as double, and features hold several copies.</summary>
    public const int WindowValues = 1_000_000;

    /// <summary>An hour without a sample is never one segment.</summary>
    public const double GapSeconds = 3_600;

    /// <summary>Same as an ensemble's outputs.</summary>
    public const int Labels = 1_024;

    /// <summary>Windows that a decision may look back on: memory a stream.</summary>
    public const int DecisionWindows = 10_000;

    /// <summary>A feature's index fits 16 bits.</summary>
    public const int Features = 65_536;

    /// <summary>Model, golden cases and a few companions.</summary>
    public const int Files = 8;
}
