namespace EdgeInfer.Trees.Engines.Thresholds;

/// <param name="Feature">Index in the feature vector.</param>
/// <param name="First">Where its thresholds start; a multiple of <see cref="ThresholdTable.BlockLength"/>.</param>
/// <param name="Count">Thresholds without the padding, 1 to <see cref="ThresholdTable.LongestSegment"/>.</param>
/// <param name="MissingLeft">Whether NaN exceeds none of the thresholds, rather than all.</param>
internal readonly record struct ThresholdSegment(int Feature, int First, int Count, bool MissingLeft);
