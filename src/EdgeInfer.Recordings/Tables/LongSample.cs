namespace EdgeInfer.Recordings.Tables;

/// <summary>What the rows of one sample of a long table share.</summary>
/// <param name="Time">Time, ns.</param>
/// <param name="Group">Index of the group, in the order of first appearance.</param>
/// <param name="Label">Index of the label; 0 where rows carry none.</param>
/// <param name="Target">Numeric truth; 0 where rows carry none.</param>
internal readonly record struct LongSample(long Time, int Group, int Label, double Target);
