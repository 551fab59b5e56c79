using EdgeInfer.Measurement.Machine;
using EdgeInfer.Recordings.Ledger;

namespace EdgeInfer.Comparison.Reports;

/// <summary>The whole comparison; <c>report.json</c> is this record in snake case.</summary>
public sealed record ComparisonReport
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }
    public required string Data { get; init; }
    public required bool Simulated { get; init; }
    public required SplitSection Split { get; init; }
    public required string Task { get; init; }
    public required int Seed { get; init; }

    /// <summary>Machine that answered the windows.</summary>
    public required MachineInfo Machine { get; init; }

    /// <summary>
    /// What every figure of this report must be read with: 'simulated', 'quick budgets', 'optimistic: leaky split', 'origin unknown'.
    /// </summary>
    public required IReadOnlyList<string> Marks { get; init; }

    /// <summary>How often the test side has been opened: the more often, the more it has become a part of the choice.</summary>
    public required OpeningCount Openings { get; init; }

    /// <summary>Where accuracy stands: what answered the held-out recordings, and what carried the answers.</summary>
    public required AccuracySource AccuracySource { get; init; }

    /// <summary>The candidates.</summary>
    public required IReadOnlyList<ModelSection> Models { get; init; }

    /// <summary>The pair that the verdict stands on; null where the candidates hold no such pair.</summary>
    public PairSection? Comparison => Pairs.FirstOrDefault(pair => !pair.Exploratory);

    /// <summary>Every two candidates; the pair of the verdict comes first.</summary>
    public required IReadOnlyList<PairSection> Pairs { get; init; }

    /// <summary>Empty where no plan asked for any.</summary>
    public required IReadOnlyList<ClaimSection> Claims { get; init; }

    /// <summary>Tensors of the two networks of the verdict's pair, the worst first; empty where they share no layers.</summary>
    public required IReadOnlyList<LayerDifference> Layers { get; init; }

    /// <summary>Null where no message carried the answers.</summary>
    public required MessageCounts? Mqtt { get; init; }

    /// <summary>The headline in one plain sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>Reasons not to trust the comparison; empty in a sound run.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    public required ProvenanceSection Provenance { get; init; }
}
