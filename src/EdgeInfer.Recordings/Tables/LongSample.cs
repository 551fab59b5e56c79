namespace EdgeInfer.Recordings.Tables;

/// <summary>What the rows of one sample of a long table share.</summary>
/// <param name="Group">Index of the group, in the order of first appearance.</param>
/// <param name="Piece">How often the clock of the group was set back before.</param>
/// <param name="Time">Time, ns.</param>
internal readonly record struct LongSample(int Group, int Piece, long Time);
