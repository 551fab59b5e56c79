namespace EdgeInfer.Serving.Explanations.Occlusion;

/// <summary>Neighbouring values of one channel.</summary>
/// <param name="Channel">Index of the channel.</param>
/// <param name="Start">Index of the first value in the whole window.</param>
/// <param name="Count">Number of values.</param>
public readonly record struct SegmentRun(int Channel, int Start, int Count);
