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

    public static TreeEnsemble Of(DecisionTree tree) =>
        new(2, 1, [tree], Aggregation.Sum, new EnsembleLink.Identity());
}
