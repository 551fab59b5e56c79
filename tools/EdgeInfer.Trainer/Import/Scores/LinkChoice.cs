using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Import.Scores;

/// <summary>Finds the ensemble and the link that compute a traced table.</summary>
internal static class LinkChoice
{
    /// <summary>Forest shares of float weights miss 0, 1 and their sum by rounding.</summary>
    private const double ShareTolerance = 1e-4;

    private static readonly PlattCalibration Unchanged = new(Slope: -1, Offset: 0);

    /// <exception cref="InvalidInputException">The columns are no probabilities that a link of ours gives.</exception>
    public static TreeEnsemble Classification(ScoreTable table, int featureCount, string file)
    {
        var columns = table.Columns;
        if (columns.Count < 2)
            throw new InvalidInputException(
                file, $"{columns.Count} score for a classification, which needs one for each of two classes or more");
        if (table.Normalization == Normalization.Softmax)
            return Ensemble(columns, featureCount, new EnsembleLink.Softmax());
        if (columns.Count == 2 && columns[0].IsComplementOf(columns[1]) && (columns[1].IsLogistic || IsShare(columns[1])))
        {
            return Ensemble(
                [columns[1]], featureCount,
                columns[1].IsLogistic ? new EnsembleLink.Platt([Unchanged]) : new EnsembleLink.ClampedShare());
        }

        if (table.Normalization == Normalization.Sum && columns.All(column => column.IsLogistic))
            return Ensemble(columns, featureCount, new EnsembleLink.Platt([.. columns.Select(_ => Unchanged)]));
        if (columns.All(IsShare) && (table.Normalization == Normalization.Sum || SumToOne(columns)))
            return Ensemble(columns, featureCount, new EnsembleLink.ClampedShare());
        throw new InvalidInputException(
            file,
            "its scores are no probabilities: neither softmax, nor normalised, nor shares that add up to 1; "
            + "convert the model with probabilities");
    }

    /// <exception cref="InvalidInputException">More than one value, or not a plain sum.</exception>
    public static TreeEnsemble Regression(ScoreTable table, int featureCount, string file) =>
        table is { IsRaw: true, Columns.Count: 1 }
            ? Ensemble(table.Columns, featureCount, new EnsembleLink.Identity())
            : throw new InvalidInputException(
                file, $"{table.Columns.Count} values, or probabilities, for a regression, which predicts one value");

    private static TreeEnsemble Ensemble(IReadOnlyList<ScoreColumn> columns, int featureCount, EnsembleLink link) => new(
        featureCount,
        columns.Count,
        [.. columns.SelectMany((column, output) => (column with { IsLogistic = false }).Fold(output))],
        Aggregation.Sum,
        link);

    private static bool IsShare(ScoreColumn column) =>
        !column.IsLogistic && column.Range is { Least: >= -ShareTolerance, Largest: <= 1 + ShareTolerance };

    /// <summary>Whether every leaf of every tree gives the columns the same sum in all, and these sums add up to 1.</summary>
    private static bool SumToOne(IReadOnlyList<ScoreColumn> columns)
    {
        var total = columns.Sum(column => column.Offset);
        // Trees made of one tree of the file share its arrays.
        foreach (var same in columns.SelectMany(c => c.Trees.Select(tree => (Tree: tree, c.Scale))).GroupBy(one => one.Tree.Feature))
        {
            var leaves = same.First().Tree.Leaves.Length;
            double[] sums = [.. Enumerable.Range(0, leaves).Select(leaf => same.Sum(one => one.Scale * one.Tree.Leaves[leaf]))];
            if (sums.Max() - sums.Min() > ShareTolerance)
                return false;
            total += sums[0];
        }

        return Math.Abs(total - 1) <= ShareTolerance;
    }
}
