using EdgeInfer.Trainer.Import.Trees;

namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>The scores that a tree operator without labels gives, as ONNX Runtime computes them.</summary>
internal static class TargetScores
{
    public static ScoreTable Of(SourceTrees source, int featureCount)
    {
        var raw = Raw(source, featureCount);
        return source.Transform switch
        {
            // ONNX Runtime applies neither transform to a single target.
            _ when source.Targets == 1 => raw,
            OperatorRules.Logistic => raw.Logistic(),
            OperatorRules.Softmax => raw with { Normalization = Normalization.Softmax },
            _ => raw,
        };
    }

    /// <summary>Sum or mean of the trees, and the base values.</summary>
    public static ScoreTable Raw(SourceTrees source, int featureCount)
    {
        var scale = source.Average ? 1.0 / source.Roots.Count : 1;
        var trees = DecisionTrees.Of(source, featureCount);
        var bases = source.BaseValues.Count == source.Targets ? source.BaseValues : [.. Enumerable.Repeat(0.0, source.Targets)];
        return new ScoreTable(
            [.. trees.Zip(bases, (list, offset) => new ScoreColumn(list, scale, offset, IsLogistic: false))],
            Normalization.None,
            source.IsDouble);
    }
}
