namespace EdgeInfer.Serving.Explanations;

/// <summary>The window whose answer is explained.</summary>
/// <param name="Id">As the user named it.</param>
/// <param name="Values">Channel-major values, in the channels' units.</param>
/// <param name="Truth">True label, where the data has one.</param>
public sealed record ExplainedWindow(string Id, float[] Values, string? Truth);
