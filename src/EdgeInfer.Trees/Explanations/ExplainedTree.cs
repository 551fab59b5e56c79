namespace EdgeInfer.Trees.Explanations;

/// <summary>One tree, ready to be explained.</summary>
/// <param name="Splits">Every split before its children.</param>
/// <param name="Leaves">Values, in the order that the splits' places count them.</param>
/// <param name="ExpectedValue">Mean leaf of the training rows.</param>
/// <param name="Quadrature">Points enough for the path that asks the most features.</param>
internal sealed record ExplainedTree(ExplainedSplit[] Splits, double[] Leaves, double ExpectedValue, QuadratureBlock[] Quadrature);
