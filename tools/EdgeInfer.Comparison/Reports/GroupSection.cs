namespace EdgeInfer.Comparison.Reports;

/// <summary>One group's figures, 0 to 1; null ROC-AUC where the group holds one class.</summary>
public sealed record GroupSection(string Group, long Windows, double Accuracy, double MacroF1, double? RocAuc);
