using static System.FormattableString;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>Where a model comes from, and what was measured of it.</summary>
internal static class EvidenceRules
{
    public static Fault? FirstFault(Manifest manifest) =>
        TrainingFault(manifest.Training) ?? ContentRules.FirstFault(manifest.Training.Content)
        ?? ParityFault(manifest.Parity) ?? CompressionFault(manifest.Compression)
        ?? manifest.Metrics.Select((metric, index) => MetricFault(metric, Invariant($"$.metrics[{index}]")))
            .FirstOrDefault(fault => fault is not null);

    private static Fault? TrainingFault(ManifestTraining training)
    {
        if (!ManifestPattern.Sha256.IsMatch(training.DataSha256))
            return new("$.training.data_sha256", $"'{training.DataSha256}' is not 64 lower-case hexadecimal digits");
        if (!ManifestPattern.Sha256.IsMatch(training.SplitSha256))
            return new("$.training.split_sha256", $"'{training.SplitSha256}' is not 64 lower-case hexadecimal digits");
        if (training.Windows < 0)
            return new("$.training.windows", Invariant($"{training.Windows} is below 0"));
        if (!IsNonNegative(training.Seconds))
            return new("$.training.seconds", Invariant($"{training.Seconds} is not a duration"));
        if (!IsNonNegative(training.CpuSeconds))
            return new("$.training.cpu_seconds", Invariant($"{training.CpuSeconds} is not a duration"));
        return training.FalseAlarmsPerDay is { } rate && !(rate > 0 && double.IsFinite(rate))
            ? new("$.training.false_alarms_per_day", Invariant($"{rate} is not above 0"))
            : null;
    }

    private static Fault? ParityFault(ManifestParity parity)
    {
        if (parity.Rows < 0)
            return new("$.parity.rows", Invariant($"{parity.Rows} is below 0"));
        if (parity.LabelMismatches < 0 || parity.LabelMismatches > parity.Rows)
            return new("$.parity.label_mismatches", Invariant($"{parity.LabelMismatches} is outside 0 to rows = {parity.Rows}"));
        if (parity.OriginalContradictions is { } odd && (odd < 0 || odd > parity.Rows))
            return new("$.parity.original_contradictions", Invariant($"{odd} is outside 0 to rows = {parity.Rows}"));
        return IsNonNegative(parity.MaxAbsDiff)
            ? null
            : new("$.parity.max_abs_diff", Invariant($"{parity.MaxAbsDiff} is not a finite difference"));
    }

    private static Fault? CompressionFault(ManifestCompression? compression) =>
        compression is { CalibrationWindows: < 0 and var windows }
            ? new("$.compression.calibration_windows", Invariant($"{windows} is below 0"))
            : null;

    private static Fault? MetricFault(ManifestMetric metric, string path)
    {
        if (!double.IsFinite(metric.Value))
            return new(path + ".value", Invariant($"{metric.Value} is not finite"));
        if (metric.Low.HasValue != metric.High.HasValue)
            return new(path, "an interval needs both low and high");
        return metric is { Low: { } low, High: { } high } && !(double.IsFinite(low) && double.IsFinite(high) && low <= high)
            ? new(path, Invariant($"interval {low} to {high} is not one"))
            : null;
    }

    private static bool IsNonNegative(double value) => value >= 0 && double.IsFinite(value);
}
