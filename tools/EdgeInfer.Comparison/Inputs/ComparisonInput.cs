using EdgeInfer.Measurement.Machine;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Comparison.Inputs;

/// <summary>Everything that a comparison is made from.</summary>
public sealed record ComparisonInput
{
    public required DataFacts Data { get; init; }
    public required int Seed { get; init; }

    /// <summary>Machine that the runtime ran on.</summary>
    public required MachineInfo Machine { get; init; }

    /// <summary>jit or aot: how the runtime was built.</summary>
    public required string Host { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Command that made the report, for whoever repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>One a bundle that was replayed.</summary>
    public required IReadOnlyList<Manifest> Models { get; init; }

    /// <summary>In any order; a second answer of one model to one window (a redelivery) is passed over.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    public required MessageCounts Mqtt { get; init; }

    /// <summary>Group (subject, machine) of every stream.</summary>
    public required IReadOnlyDictionary<string, string> GroupOfStream { get; init; }

    internal bool HasQuickModel => Models.Any(model => model.Training.Quick);
}
