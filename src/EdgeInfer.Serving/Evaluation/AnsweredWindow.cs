namespace EdgeInfer.Serving.Evaluation;

/// <summary>One window as one model answered it.</summary>
/// <param name="Stream">Name of its stream.</param>
/// <param name="Segment">Number of the piece of the stream, without a gap, that it lies in, as the pipeline counts them.</param>
/// <param name="StartNanoseconds">Sensor time of its first sample; with the stream it is the window's id.</param>
/// <param name="Truth">Index of its label, or <see cref="Core.Windows.LabelIndex.Unlabelled"/>.</param>
/// <param name="Label">Index of the label that the model suggests.</param>
/// <param name="Decision">Index of the label that held after it, or unlabelled before the first.</param>
/// <param name="Scores">One a label, or the one anomaly score.</param>
/// <param name="LatencyUs">From the moment its last sample was due to the decision, us.</param>
/// <param name="FeaturesUs">Share of it that went into preprocessing, us.</param>
/// <param name="CpuUs">CPU time, us; null where the platform does not count it.</param>
public sealed record AnsweredWindow(
    string Stream,
    int Segment,
    long StartNanoseconds,
    int Truth,
    int Label,
    int Decision,
    float[] Scores,
    double LatencyUs,
    double FeaturesUs,
    double? CpuUs)
{
    /// <summary>What it took to decode the frame, us; null where nothing is decoded.</summary>
    public double? DecodeUs { get; init; }
}
