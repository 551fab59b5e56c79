using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Measurement.Machine;

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
    public required MachineInfo Machine { get; init; }

    /// <summary>What every figure of this report must be read with: 'simulated', 'quick budgets', 'optimistic: leaky split'.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    /// <summary>Where accuracy stands: replay of held-out recordings, received over MQTT.</summary>
    public required AccuracySource AccuracySource { get; init; }

    public required IReadOnlyList<ModelSection> Models { get; init; }

    /// <summary>Null where no pair of models can be compared.</summary>
    public required PairSection? Comparison { get; init; }

    public required MessageCounts Mqtt { get; init; }

    /// <summary>One plain sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>Reasons not to trust the comparison; empty in a sound run.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    public required ProvenanceSection Provenance { get; init; }
}
