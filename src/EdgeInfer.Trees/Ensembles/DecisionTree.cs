namespace EdgeInfer.Trees.Ensembles;

/// <summary>
/// One binary tree; node 0 is the root. Node i goes left if and only if x[Feature[i]] is at most Threshold[i], or is
/// NaN where <see cref="MissingLeft"/> says so. A tree without nodes has one leaf and is a constant.
/// </summary>
/// <param name="Output">Index of the output that the leaf is added to.</param>
/// <param name="Feature">Feature a node asks.</param>
/// <param name="Threshold">Threshold a node; any float but NaN.</param>
/// <param name="Left">Child a node: an index of a node, or the complement (~) of a leaf's index.</param>
/// <param name="Right">As <paramref name="Left"/>.</param>
/// <param name="Leaves">Values, finite; one more than there are nodes.</param>
public sealed record DecisionTree(
    int Output, int[] Feature, float[] Threshold, int[] Left, int[] Right, double[] Leaves)
{
    /// <summary>Whether NaN goes left, a node (LightGBM's default direction); null where it goes right everywhere.</summary>
    public bool[]? MissingLeft { get; init; }

    /// <summary>Training rows that fell into each leaf, 0 or more: what explanations weigh by. Null where nobody counted.</summary>
    public int[]? LeafRows { get; init; }

    public int NodeCount => Feature.Length;
}
