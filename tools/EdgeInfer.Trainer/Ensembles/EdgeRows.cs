namespace EdgeInfer.Trainer.Ensembles;

using EdgeInfer.Trees.Ensembles;

/// <summary>Rows at which a converted ensemble would go wrong first.</summary>
internal static class EdgeRows
{
    private const double ChangedShare = 0.3;

    /// <summary>
    /// Copies of <paramref name="rows"/> in which some features stand exactly on a threshold of the ensemble, one
    /// unit in the last place beside it, or are NaN, infinite, negative zero or denormal.
    /// </summary>
    public static IEnumerable<float[]> Of(TreeEnsemble ensemble, IReadOnlyList<float[]> rows, int count, int seed)
    {
        var thresholds = ensemble.Trees
            .SelectMany(t => t.Feature.Zip(t.Threshold))
            .ToLookup(split => split.First, split => split.Second);
        var byFeature = Enumerable.Range(0, ensemble.FeatureCount).Select(f => thresholds[f].Distinct().ToArray()).ToArray();
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var row = (float[])rows[random.Next(rows.Count)].Clone();
            for (var feature = 0; feature < row.Length; feature++)
            {
                if (random.NextDouble() < ChangedShare)
                    row[feature] = Edge(byFeature[feature], random);
            }

            yield return row;
        }
    }

    private static float Edge(float[] thresholds, Random random)
    {
        var threshold = thresholds.Length == 0 ? 0 : thresholds[random.Next(thresholds.Length)];
        return random.Next(9) switch
        {
            0 => float.NaN,
            1 => float.PositiveInfinity,
            2 => float.NegativeInfinity,
            3 => -0f,
            4 => float.Epsilon * random.Next(1, 100),
            5 => MathF.BitIncrement(threshold),
            6 => MathF.BitDecrement(threshold),
            _ => threshold,
        };
    }
}
