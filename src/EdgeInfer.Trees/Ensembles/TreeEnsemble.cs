namespace EdgeInfer.Trees.Ensembles;

/// <summary>
/// Trees whose leaves are summed an output at a time, in double and in the order of <paramref name="Trees"/>; the raw
/// score is that sum as float.
/// </summary>
/// <param name="FeatureCount">Length of the feature vector.</param>
/// <param name="OutputCount">Number of raw scores; 1 is regression or a binary decision.</param>
/// <param name="Trees">In the order of summation; every output has at least one.</param>
/// <param name="Aggregation">Sum or mean.</param>
/// <param name="Link">From raw scores, rounded to float, to predictions.</param>
public sealed record TreeEnsemble(
    int FeatureCount,
    int OutputCount,
    IReadOnlyList<DecisionTree> Trees,
    Aggregation Aggregation,
    EnsembleLink Link)
{
    /// <summary>Number of predictions: 2 for a calibrated single output, otherwise one an output.</summary>
    public int PredictionCount => OutputCount == 1 && Link is not EnsembleLink.Identity ? 2 : OutputCount;
}
