namespace EdgeInfer.Benchmarks.Features;

/// <summary>The same work on the same windows, ours and MathNet's.</summary>
/// <param name="Ours">Computes the window of this index into <paramref name="OursValues"/>.</param>
/// <param name="MathNet">The same into <paramref name="MathNetValues"/>, whose entries mean the same.</param>
internal sealed record FeatureCase(
    string Name, Action<int> Ours, Action<int> MathNet, double[] OursValues, double[] MathNetValues);
