namespace EdgeInfer.Comparison.Reports;

/// <param name="Value">Mean over groups, 0 to 1.</param>
/// <param name="Low">Lower end of the 95 % interval over groups; null below two groups.</param>
/// <param name="High">Upper end.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Windows">Windows.</param>
/// <param name="Source">replay, host pipeline or field_label.</param>
/// <param name="Marks">What the figure must be read with.</param>
public sealed record AccuracyFigure(
    double Value, double? Low, double? High, int Groups, long Windows, string Source, IReadOnlyList<string> Marks);
