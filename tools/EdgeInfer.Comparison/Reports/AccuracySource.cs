namespace EdgeInfer.Comparison.Reports;

/// <param name="Source">replay, host pipeline or field_label.</param>
/// <param name="Transport">mqtt; null inside one process.</param>
/// <param name="GroupNoun">What a group is, in the singular.</param>
/// <param name="Groups">Groups played.</param>
/// <param name="Windows">Windows that the first model answered.</param>
/// <param name="Interval">How intervals were made.</param>
public sealed record AccuracySource(
    string Source, string? Transport, string GroupNoun, int Groups, long Windows, string Interval);
