namespace EdgeInfer.Comparison.Reports;

/// <summary>One class's figures over all windows together, 0 to 1.</summary>
public sealed record ClassSection(
    string Label, long Windows, double Precision, double Recall, double F1, double? RocAuc);
