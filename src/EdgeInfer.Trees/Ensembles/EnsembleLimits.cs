namespace EdgeInfer.Trees.Ensembles;

/// <summary>What an ensemble may be at most, in memory as in a file.</summary>
public static class EnsembleLimits
{
    /// <summary>A feature's index fits 16 bits; far above any task's features.</summary>
    public const int Features = 65_536;

    /// <summary>Far above any task's classes; bounds what one prediction writes.</summary>
    public const int Outputs = 1_024;

    /// <summary>A thousand classes of a hundred trees; bounds the objects made of a file of constant trees.</summary>
    public const int Trees = 100_000;

    /// <summary>Of all trees together: 48 MB of nodes and leaves, more than a device should walk.</summary>
    public const int Nodes = 2_000_000;

    /// <summary>Nodes from the root to a leaf; bounds the time of one walk.</summary>
    public const int Depth = 1_024;
}
