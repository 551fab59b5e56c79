namespace EdgeInfer.Core.Decisions;

/// <summary>The stage after the model, as the manifest states it.</summary>
/// <param name="Threshold">
/// Lowest score at which a window counts as evidence for a label: a probability (0 to 1), or an anomaly score (0 or
/// more, on its own scale).
/// </param>
/// <param name="K">Windows among the last <paramref name="N"/> that must agree before the decision changes.</param>
/// <param name="N">Windows looked back on, 1 or more.</param>
/// <param name="Hysteresis">
/// Added to <paramref name="Threshold"/> for every label but the one that holds; an anomaly event closes below
/// <paramref name="Threshold"/> minus it.
/// </param>
public sealed record DecisionRule(double Threshold, int K, int N, double Hysteresis)
{
    /// <summary>Every window decides for itself.</summary>
    public static DecisionRule PerWindow { get; } = new(0, 1, 1, 0);
}
