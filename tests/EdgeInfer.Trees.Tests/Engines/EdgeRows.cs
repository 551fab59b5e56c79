using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Tests.Ensembles;

namespace EdgeInfer.Trees.Tests.Engines;

/// <summary>Rows of thresholds, their neighbours one ulp away, and the awkward values.</summary>
internal static class EdgeRows
{
    public static IEnumerable<float[]> Of(TreeEnsemble ensemble, int seed, int count = 20)
    {
        float[] pool =
        [
            .. RandomEnsembles.AwkwardValues, float.NaN,
            .. ensemble.Trees.SelectMany(tree => tree.Threshold)
                .SelectMany(t => new[] { t, MathF.BitIncrement(t), MathF.BitDecrement(t) }),
        ];
        var random = new Random(seed);
        for (var row = 0; row < count; row++)
            yield return [.. Enumerable.Range(0, ensemble.FeatureCount).Select(_ => pool[random.Next(pool.Length)])];
    }
}
