namespace EdgeInfer.Trees.Ensembles;

/// <summary>How the leaves of one output's trees become its raw score.</summary>
public enum Aggregation
{
    /// <summary>Boosting: the sum.</summary>
    Sum,

    /// <summary>
    /// Forests: the sum rounded to float, then divided in float by the number of that output's trees: the order in
    /// which ML.NET computes it, and not the same float as dividing in double.
    /// </summary>
    Mean,
}
