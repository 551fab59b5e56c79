namespace EdgeInfer.Runtime.Pipeline;

/// <summary>One model's answer to one window.</summary>
/// <param name="Label">Index of the highest score.</param>
/// <param name="Score">That score, 0 to 1.</param>
/// <param name="Decision">Index of the label that holds after the decision stage, or unlabelled before the first.</param>
/// <param name="LatencyUs">From the moment the window's last sample was due to the decision, without the other models' work, us.</param>
/// <param name="FeaturesUs">Share of it that went into preprocessing, us.</param>
/// <param name="CpuUs">CPU time of preprocessing, model and decision, us; null where the platform does not count it.</param>
internal readonly record struct Answer(
    int Label, float Score, int Decision, double LatencyUs, double FeaturesUs, double? CpuUs);
