using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Import.Proof;

/// <summary>Rows that a proof runs over: given ones, random ones, two for every split, and edges.</summary>
internal static class ProofRows
{
    public const int Least = 16_000;

    private const int RandomRows = 2_000;
    private const int LeastEdges = 8_000;

    /// <param name="rows">Features of real windows; at least one.</param>
    public static IEnumerable<float[]> Of(TreeEnsemble ensemble, IReadOnlyList<float[]> rows, int seed)
    {
        float[][] basis = [.. rows, .. Random(ensemble, rows, seed)];
        // Trees of one tree of the file share its splits.
        var distinct = ensemble with { Trees = [.. ensemble.Trees.DistinctBy(tree => tree.Feature)] };
        var edges = Math.Max(LeastEdges, Least - basis.Length);
        return basis.Concat(SplitRows.Of(distinct, basis)).Concat(EdgeRows.Of(distinct, basis, edges, seed));
    }

    /// <summary>Each feature anywhere between its least and largest value or threshold.</summary>
    private static IEnumerable<float[]> Random(TreeEnsemble ensemble, IReadOnlyList<float[]> rows, int seed)
    {
        var least = new float[ensemble.FeatureCount];
        var largest = new float[ensemble.FeatureCount];
        void Widen(int feature, float value)
        {
            if (!float.IsFinite(value))
                return;
            least[feature] = Math.Min(least[feature], value);
            largest[feature] = Math.Max(largest[feature], value);
        }

        foreach (var row in rows)
        {
            for (var feature = 0; feature < row.Length; feature++)
                Widen(feature, row[feature]);
        }

        foreach (var (feature, threshold) in ensemble.Trees.SelectMany(tree => tree.Feature.Zip(tree.Threshold)))
            Widen(feature, threshold);
        var random = new Random(seed);
        for (var i = 0; i < RandomRows; i++)
            yield return [.. least.Zip(largest, (low, high) => (float)(low + random.NextDouble() * ((double)high - low)))];
    }
}
