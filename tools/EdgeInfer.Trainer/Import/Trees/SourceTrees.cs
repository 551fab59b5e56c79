namespace EdgeInfer.Trainer.Import.Trees;

/// <summary>What the tree operators of all versions have in common.</summary>
/// <param name="Place">File and node, as errors name them.</param>
/// <param name="Nodes">All splits and leaves; indices of children are in range.</param>
/// <param name="Roots">Index of each tree's root, in the order of summation.</param>
/// <param name="Targets">Number of targets or classes.</param>
/// <param name="Average">Whether leaves are averaged over the trees; summed otherwise.</param>
/// <param name="Transform">NONE, LOGISTIC or SOFTMAX.</param>
/// <param name="IsDouble">Whether the operator computes in double.</param>
/// <param name="BaseValues">Added to the targets at the end; may be empty.</param>
internal sealed record SourceTrees(
    string Place,
    IReadOnlyList<SourceNode> Nodes,
    IReadOnlyList<int> Roots,
    int Targets,
    bool Average,
    string Transform,
    bool IsDouble,
    IReadOnlyList<double> BaseValues);
