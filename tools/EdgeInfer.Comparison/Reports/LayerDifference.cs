namespace EdgeInfer.Comparison.Reports;

/// <summary>
/// How far a tensor of one network is from the same tensor of another. The trainer's process measures it and sends it as JSON
/// with these names; the two projects do not know each other.
/// </summary>
/// <param name="Tensor">Name in both graphs.</param>
/// <param name="Node">Node that makes it in the first.</param>
/// <param name="OpType">Its operator.</param>
/// <param name="SignalToNoiseDecibels">
/// 10 log10 of the sum of squares over the sum of squared differences; null where they are equal.
/// </param>
/// <param name="LargestDifference">Largest absolute difference of a value.</param>
public sealed record LayerDifference(
    string Tensor, string Node, string OpType, double? SignalToNoiseDecibels, double LargestDifference);
