using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Comparison.Deletion;

/// <summary>First model's score minus another's, paired by group.</summary>
/// <param name="First">Name of the first bundle.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="Mean">Mean difference over groups.</param>
/// <param name="Low">Lower end of its 95 % t interval; null below two groups.</param>
/// <param name="High">Upper end.</param>
public sealed record ScoreDifference(string First, string Second, double Mean, double? Low, double? High)
{
    public static ScoreDifference Of(DeletionFigures first, DeletionFigures second)
    {
        double[] differences = [.. first.GroupScores.Zip(second.GroupScores, (one, other) => one - other)];
        var interval = TInterval.Of(differences);
        return new(first.Model, second.Model, differences.Average(), interval?.Low, interval?.High);
    }
}
