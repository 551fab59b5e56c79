using EdgeInfer.Measurement.Latency;

namespace EdgeInfer.Comparison.Reports;

/// <summary>
/// One model's figures. Accuracy, precision, recall, F1 and ROC-AUC are means over groups, 0 to 1. Of an anomaly task the
/// first four judge, window by window, whether an alarm stands.
/// </summary>
public sealed record ModelSection
{
    public required string Name { get; init; }

    /// <summary>What people call it: its family and format, or its name where those of two candidates are alike.</summary>
    public required string Title { get; init; }

    /// <summary>Family, as the manifest names it.</summary>
    public required string Family { get; init; }

    /// <summary>Format of its numbers, as the manifest names it.</summary>
    public required string Format { get; init; }

    /// <summary>Engine that ran it, as the manifest names it.</summary>
    public required string Engine { get; init; }

    /// <summary>jit or aot.</summary>
    public required string Host { get; init; }

    public required AccuracyFigure Accuracy { get; init; }
    public required double Precision { get; init; }
    public required double Recall { get; init; }
    public required double MacroF1 { get; init; }

    /// <summary>
    /// Mean over the groups with two classes or more; pooled where none has, but not for anomaly tasks; null where that fails too.
    /// </summary>
    public required double? RocAuc { get; init; }

    public required FigureIntervals Intervals { get; init; }
    public required double PooledAccuracy { get; init; }

    /// <summary>Null for anomaly tasks, whose scores are no probabilities.</summary>
    public required double? CalibrationError { get; init; }

    /// <summary>Null for other tasks than anomaly.</summary>
    public required EventFigures? Events { get; init; }

    /// <summary>Windows without an answer, because a sample or a score was NaN or an infinity; no figure counts them.</summary>
    public required long NonFiniteWindows { get; init; }

    public required LatencyFigures LatencyUs { get; init; }
    public required FeatureFigures FeaturesUs { get; init; }

    /// <summary>Null where nothing was decoded.</summary>
    public required DecodeFigures? DecodeUs { get; init; }

    /// <summary>Mean CPU time of features and model a window, us; null where it was not counted.</summary>
    public required double? CpuUs { get; init; }

    /// <summary>CPU time over that of the first candidate, from interleaved blocks; null where they were not timed so.</summary>
    public required LatencyRatio? CpuRatio { get; init; }

    /// <summary>Null without a power meter.</summary>
    public required double? EnergyMj { get; init; }

    /// <summary>Size of the model file.</summary>
    public required long Bytes { get; init; }

    public required double TrainSeconds { get; init; }
    public required double TrainCpuSeconds { get; init; }
    public required ParityFigures Parity { get; init; }
    public required IReadOnlyList<GroupSection> PerGroup { get; init; }
    public required IReadOnlyList<ClassSection> PerClass { get; init; }
    public required ConfusionCounts Confusion { get; init; }

    /// <summary>What every figure of this model must be read with.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    public required string Version { get; init; }
    public required string ModelSha256 { get; init; }

    /// <summary>Command that trained the model.</summary>
    public required string Command { get; init; }
}
