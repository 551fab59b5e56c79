namespace EdgeInfer.Recordings.Tables;

/// <summary>What is true of a sample of a long table.</summary>
/// <param name="Label">Index of the label; 0 where rows carry none.</param>
/// <param name="Target">Numeric truth; 0 where rows carry none.</param>
internal readonly record struct LongTruth(int Label, double Target);
