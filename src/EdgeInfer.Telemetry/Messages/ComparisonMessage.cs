namespace EdgeInfer.Telemetry.Messages;

/// <summary>
/// One model's aggregate over a run; topic <c>comparison/&lt;run&gt;</c>, QoS 1. A run ends with one message a model.
/// </summary>
public sealed record ComparisonMessage
{
    public required int Schema { get; init; }
    public required long Ts { get; init; }
    public required string Boot { get; init; }
    public required long Seq { get; init; }
    public required string Run { get; init; }
    public required string Model { get; init; }
    public required string ModelSha256 { get; init; }

    /// <summary>jit or aot.</summary>
    public required string Host { get; init; }

    /// <summary>Number of models in the run, so that a reader knows when it has them all.</summary>
    public required int Models { get; init; }

    public required long Windows { get; init; }

    /// <summary>Windows with a truth; accuracy stands on these.</summary>
    public required long Labelled { get; init; }

    public required long Correct { get; init; }

    /// <summary>Windows dropped because no label held half of them.</summary>
    public required long AmbiguousWindows { get; init; }

    /// <summary>Steps between samples too long to interpolate.</summary>
    public required long Gaps { get; init; }

    public required double LatencyP50Us { get; init; }
    public required double LatencyP99Us { get; init; }
    public required double FeaturesP50Us { get; init; }

    /// <summary>Mean CPU time of features and model a window, us; null where the platform does not count it.</summary>
    public double? CpuUs { get; init; }
}
