namespace EdgeInfer.Recordings.Segments;

/// <summary>A stretch of time with one label.</summary>
/// <param name="Line">Line in the list.</param>
/// <param name="Start">First moment, ns.</param>
/// <param name="End">Moment behind the last, ns.</param>
/// <param name="Label">Index of the label.</param>
internal sealed record LabelledSpan(int Line, long Start, long End, int Label);
