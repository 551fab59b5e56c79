namespace EdgeInfer.Bundles.Golden;

/// <param name="Window">Raw window, channel-major, in the channels' units.</param>
/// <param name="Output">Probabilities, or the one value or anomaly score, that the trainer's own model gave.</param>
public sealed record GoldenCase(float[] Window, float[] Output);
