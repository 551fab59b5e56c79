namespace EdgeInfer.Benchmarks.Models;

/// <summary>Gaussian features, and a target that takes deep trees: sums of sines of products of two features, and noise.</summary>
internal static class SyntheticRows
{
    public const int FeatureCount = 64;

    /// <summary>To be raised with every change below, since trained trees are kept.</summary>
    public const int Version = 1;

    private const int Terms = 24;
    private const double NoiseDeviation = 0.3;

    public static float[][] Make(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, FeatureCount).Select(_ => (float)Gaussian(random)).ToArray()),
        ];
    }

    public static double[] Targets(float[][] rows, int seed)
    {
        var random = new Random(seed + 1);
        var terms = Enumerable.Range(0, Terms)
            .Select(_ => (
                First: random.Next(FeatureCount),
                Second: random.Next(FeatureCount),
                Strength: 0.5 + random.NextDouble(),
                Frequency: 0.5 + 2 * random.NextDouble()))
            .ToArray();
        return [.. rows.Select(row => terms.Sum(term => term.Strength * Math.Sin(term.Frequency * row[term.First] * row[term.Second]))
            + NoiseDeviation * Gaussian(random))];
    }

    /// <summary>Box and Muller's transformation.</summary>
    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
