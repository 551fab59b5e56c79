namespace EdgeInfer.Serving.Explanations;

/// <param name="Feature">Name of the feature.</param>
/// <param name="Value">Of the window, in the feature's own unit.</param>
/// <param name="Contribution">What it adds to the raw score.</param>
public sealed record FeatureContribution(string Feature, float Value, double Contribution);
