using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Models;

/// <summary>Seeded rows whose features stand on thresholds of an ensemble: where real rows are absent, they reach its leaves.</summary>
internal static class ThresholdRows
{
    public static float[][] Make(TreeEnsemble ensemble, int count, int seed)
    {
        var random = new Random(seed);
        var splits = ensemble.Trees.SelectMany(tree => tree.Feature.Zip(tree.Threshold))
            .ToLookup(split => split.First, split => split.Second);
        var byFeature = Enumerable.Range(0, ensemble.FeatureCount).Select(feature => splits[feature].DefaultIfEmpty().ToArray()).ToArray();
        return
        [
            .. Enumerable.Range(0, count).Select(_ => byFeature.Select(thresholds => thresholds[random.Next(thresholds.Length)]).ToArray()),
        ];
    }
}
