using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Tests;

/// <summary>
/// Two outputs on three features, written by hand; the second output's second tree is a constant. No threshold is
/// within 1e-35 of 0, where LightGBM takes values for 0.
/// </summary>
internal static class TinyEnsemble
{
    public static TreeEnsemble Make() => new(
        3, 2,
        [
            new(0, [0, 1, 2], [0.5f, -0.25f, 1e-3f], [1, ~0, ~2], [2, ~1, ~3], [0.1, -0.7, 1.3, 2.9]) { LeafRows = [4, 3, 2, 1] },
            new(0, [2], [-1.5f], [~0], [~1], [0.25, -0.125]) { LeafRows = [5, 5] },
            new(1, [1, 0], [0.75f, 0.1f], [1, ~0], [~2, ~1], [3.3, -2.2, 1.1]) { LeafRows = [2, 3, 5] },
            new(1, [], [], [], [], [0.0625]) { LeafRows = [10] },
        ],
        Aggregation.Sum,
        new EnsembleLink.Identity());
}
