using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Trainer.Import.Graphs;
using EdgeInfer.Trainer.Import.Scores;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Import;

/// <summary>A foreign model as an ensemble of ours, beside what the proof needs.</summary>
/// <param name="Ensemble">Its outputs in the order of the task's labels.</param>
/// <param name="Traced">What the file computes.</param>
/// <param name="Order">Columns of the file for the labels; null for a regression.</param>
/// <param name="Tolerance">Largest difference of a score from the original's; 0 means the same float.</param>
internal sealed record ImportedModel(TreeEnsemble Ensemble, TracedModel Traced, LabelOrder? Order, double Tolerance)
{
    /// <summary>Of a score between 0 and 1: float exponentials, and sums of float leaves in float.</summary>
    private const double ProbabilityTolerance = 1e-5;

    /// <summary>Of a value, relative to the sum of every tree's largest leaf: sums of float leaves in float.</summary>
    private const double RelativeTolerance = 1e-5;

    /// <summary>Column of the file for each output.</summary>
    public int[] Columns => Order?.Columns ?? [0];

    /// <param name="labels">Labels of the task; unused for a regression.</param>
    /// <exception cref="InvalidInputException">Names the file, the node, and what can't be imported.</exception>
    public static ImportedModel Read(OnnxFile file, int featureCount, TaskKind kind, IReadOnlyList<DatasetLabel> labels)
    {
        var traced = GraphTrace.Run(file, featureCount);
        var order = kind == TaskKind.Classification
            ? LabelOrder.Of(traced.Labels, traced.Table.Columns.Count, labels, file.Name)
            : null;
        var ensemble = order is not null
            ? LinkChoice.Classification(traced.Table.Select(order.Columns), featureCount, file.Name)
            : LinkChoice.Regression(traced.Table, featureCount, file.Name);
        RequireSound(ensemble, file.Name);
        return new ImportedModel(ensemble, traced, order, ToleranceOf(ensemble, traced.Table));
    }

    private static void RequireSound(TreeEnsemble ensemble, string file)
    {
        try
        {
            new TreeModel(ensemble).Dispose();
        }
        catch (ArgumentException unsound)
        {
            throw new InvalidInputException(file, UserError.OneLine(unsound.Message), unsound);
        }
    }

    private static double ToleranceOf(TreeEnsemble ensemble, ScoreTable table)
    {
        if (ensemble.Link is not EnsembleLink.Identity)
            return ProbabilityTolerance;
        // A double operator sums as we do; any arithmetic of its own rounds elsewhere.
        return table is { IsExact: true, Columns: [{ Scale: 1 }] }
            ? 0
            : RelativeTolerance * ensemble.Trees.Sum(tree => tree.Leaves.Max(Math.Abs));
    }
}
