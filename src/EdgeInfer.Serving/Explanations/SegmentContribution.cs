namespace EdgeInfer.Serving.Explanations;

/// <param name="Segment">Name of the segment.</param>
/// <param name="Contribution">What it adds to the log-odds of the answered label: their loss without it.</param>
public sealed record SegmentContribution(string Segment, double Contribution);
