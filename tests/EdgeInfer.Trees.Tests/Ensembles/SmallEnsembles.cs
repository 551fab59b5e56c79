using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Tests.Ensembles;

internal static class SmallEnsembles
{
    /// <summary>x0 at most 0.5: then x1 at most -1 gives 1, otherwise 2; above: 4.</summary>
    public static DecisionTree Tree { get; } =
        new(0, [0, 1], [0.5f, -1f], [1, ~0], [~2, ~1], [1, 2, 4]);

    /// <summary>Two outputs with every kind of tree and calibration; what the golden file holds.</summary>
    public static TreeEnsemble Calibrated { get; } = new(
        2,
        2,
        [Tree, new(1, [], [], [], [], [-0.25]), new(1, [1], [float.Epsilon], [~1], [~0], [0.1, -0.0])],
        Aggregation.Sum,
        new EnsembleLink.Platt([new(-0.4, 0.125), new(-0.5, 1e-3)]));

    /// <summary>Softmax over three outputs, missing directions of every kind, row counts, equal leaves.</summary>
    public static TreeEnsemble Counted { get; } = new(
        300,
        3,
        [
            Tree with { Feature = [299, 7], MissingLeft = [true, false], LeafRows = [3, 0, 12] },
            new(1, [7, 7, 20], [0.5f, -0f, 0f], [1, ~0, ~2], [2, ~1, ~3], [1, 2, 1, 2]) { LeafRows = [1_000_000, 2, 3, 4] },
            new(2, [], [], [], [], [1]) { LeafRows = [0] },
            new(0, [20], [float.PositiveInfinity], [~0], [~1], [4, 1]) { MissingLeft = [true] },
            new(2, [7], [0.5f], [~0], [~1], [2, 1]) { MissingLeft = [false] },
        ],
        Aggregation.Mean,
        new EnsembleLink.Softmax());

    public static TreeEnsemble Of(DecisionTree tree) =>
        new(2, 1, [tree], Aggregation.Sum, new EnsembleLink.Identity());
}
