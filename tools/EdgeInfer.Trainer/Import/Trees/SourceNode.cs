namespace EdgeInfer.Trainer.Import.Trees;

/// <summary>One node as an operator has it, split or leaf.</summary>
/// <param name="Place">How errors name it.</param>
/// <param name="Mode">BRANCH_LEQ and its like, or LEAF.</param>
/// <param name="Feature">Column of the input, unchecked.</param>
/// <param name="Threshold">Compared with the feature; of a float operator, a float.</param>
/// <param name="WhenTrue">Index of the node to go on with, unchecked.</param>
/// <param name="WhenFalse">As <paramref name="WhenTrue"/>.</param>
/// <param name="MissingTracksTrue">Whether NaN counts as true.</param>
internal sealed record SourceNode(
    string Place, string Mode, long Feature, double Threshold, int WhenTrue, int WhenFalse, bool MissingTracksTrue)
{
    public const string LeafMode = "LEAF";

    public bool IsLeaf => Mode == LeafMode;

    /// <summary>Of a leaf: target and weight, in the file's order.</summary>
    public List<(int Target, double Weight)> Votes { get; } = [];

    public static SourceNode Leaf(string place) => new(place, LeafMode, 0, 0, 0, 0, MissingTracksTrue: false);
}
