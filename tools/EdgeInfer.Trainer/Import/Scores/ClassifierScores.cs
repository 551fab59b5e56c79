using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Import.Trees;

namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>
/// The scores of TreeEnsembleClassifier as ONNX Runtime computes them. For two classes whose leaves all vote for the
/// first id (as the converters write a binary model), the votes are the score of the second class.
/// </summary>
internal static class ClassifierScores
{
    public static ScoreTable Of(SourceTrees source, int featureCount)
    {
        var voted = source.Nodes.SelectMany(node => node.Votes).Select(vote => vote.Target).Distinct().ToArray();
        return source.Targets == 2 && voted is [0] && source.BaseValues.Count < 2
            ? Binary(source, featureCount)
            : TargetScores.Of(source, featureCount);
    }

    private static ScoreTable Binary(SourceTrees source, int featureCount)
    {
        var offset = source.BaseValues.Count == 1 ? source.BaseValues[0] : 0;
        var sum = TargetScores.Raw(source with { BaseValues = [] }, featureCount).Columns[0] with { Offset = offset };
        // Weights without a negative one are taken for probabilities: the label asks for more than 0.5, not 0.
        var areShares = source.Nodes.All(node => node.Votes.TrueForAll(vote => vote.Weight >= 0));
        return (source.Transform, areShares) switch
        {
            (OperatorRules.Logistic, _) => Pair(sum with { IsLogistic = true }),
            (OperatorRules.None, true) => Pair(sum),
            _ => throw new InvalidInputException(
                source.Place, $"post_transform {source.Transform} of one score for two classes gives no probabilities"),
        };
    }

    private static ScoreTable Pair(ScoreColumn positive) => new([positive.Complement, positive], Normalization.None);
}
