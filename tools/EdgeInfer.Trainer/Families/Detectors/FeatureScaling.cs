namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>Mean of each feature over normal windows, and what to multiply by to bring its deviation to 1.</summary>
/// <param name="Mean">In the feature's unit.</param>
/// <param name="Scale">One over the deviation; 1 where the feature is constant.</param>
internal sealed record FeatureScaling(float[] Mean, float[] Scale)
{
    /// <summary>Below it a variance is rounding.</summary>
    private const double ConstantVariance = 1e-20;

    public static FeatureScaling Of(IReadOnlyList<float[]> rows)
    {
        var (mean, scale) = (new float[rows[0].Length], new float[rows[0].Length]);
        for (var feature = 0; feature < mean.Length; feature++)
        {
            var average = rows.Average(row => (double)row[feature]);
            var variance = rows.Average(row => (row[feature] - average) * (row[feature] - average));
            mean[feature] = (float)average;
            scale[feature] = variance > ConstantVariance ? (float)(1 / Math.Sqrt(variance)) : 1;
        }

        return new FeatureScaling(mean, scale);
    }

    /// <summary>
    /// asinh of the standardised features: as they are near the mean, their logarithm far out, so that no single feature
    /// that hardly varies in the normal state outweighs all others.
    /// </summary>
    public float[][] Apply(IEnumerable<float[]> rows) =>
        [.. rows.Select(row => row.Select((value, feature) => MathF.Asinh((value - Mean[feature]) * Scale[feature])).ToArray())];
}
