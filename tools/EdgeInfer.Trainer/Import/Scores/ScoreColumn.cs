using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>
/// One column of a traced table: scale * (sum of trees) + offset, and the logistic function of that where <paramref name="IsLogistic"/>.
/// </summary>
/// <param name="Trees">In the order of summation; two columns of the same trees share the list. Their outputs mean nothing yet.</param>
internal sealed record ScoreColumn(IReadOnlyList<DecisionTree> Trees, double Scale, double Offset, bool IsLogistic)
{
    /// <summary>1 minus this column: of the logistic function, that is the function of the negated score.</summary>
    public ScoreColumn Complement => this with { Scale = -Scale, Offset = IsLogistic ? -Offset : 1 - Offset };

    public bool IsComplementOf(ScoreColumn other) =>
        ReferenceEquals(Trees, other.Trees) && (this with { Trees = other.Trees }) == other.Complement;

    /// <summary>The column as trees of one output: leaves scaled, and the offset as a tree of one leaf at the end.</summary>
    public IEnumerable<DecisionTree> Fold(int output)
    {
        foreach (var tree in Trees)
            yield return tree with { Output = output, Leaves = Scale == 1 ? tree.Leaves : [.. tree.Leaves.Select(leaf => Scale * leaf)] };
        if (Offset != 0 || Trees.Count == 0)
            yield return new DecisionTree(output, [], [], [], [], [Offset]);
    }

    /// <summary>The least and the largest score that any leaves add up to, before the logistic function.</summary>
    public (double Least, double Largest) Range
    {
        get
        {
            var (least, largest) = (Offset, Offset);
            foreach (var tree in Trees)
            {
                var (a, b) = (Scale * tree.Leaves.Min(), Scale * tree.Leaves.Max());
                (least, largest) = (least + Math.Min(a, b), largest + Math.Max(a, b));
            }

            return (least, largest);
        }
    }
}
