namespace EdgeInfer.Serving.Pipeline;

/// <summary>One model's answer to one window.</summary>
/// <param name="Label">Index of the label of the highest score, or of the anomaly score beside its threshold.</param>
/// <param name="Score">That score: a probability, 0 to 1, or the anomaly score.</param>
/// <param name="Decision">
/// Index of the label that holds after the decision stage, or unlabelled before the first; anomaly while an event is open.
/// </param>
/// <param name="LatencyUs">
/// From the moment the window's last sample was due to the decision, without the other models' work on this window, us.
/// </param>
/// <param name="FeaturesUs">Share of it that went into preprocessing, us.</param>
/// <param name="CpuUs">CPU time of preprocessing, model and decision, us; null where the platform does not count it.</param>
public readonly record struct Answer(
    int Label, float Score, int Decision, double LatencyUs, double FeaturesUs, double? CpuUs);
