using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trainer.Families.FastTree;
using EdgeInfer.Trainer.Families.Forest;
using EdgeInfer.Trainer.Families.LightGbm;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Families.Trees;

/// <summary>Small ensembles of every kind, each trained anew.</summary>
internal static class TreeSamples
{
    public static readonly TreeTrainingOptions Tiny = new(Trees: 8, Leaves: 8, MinimumWindowsPerLeaf: 5, LearningRate: 0.2);

    public static ToyRows Data { get; } = new(count: 400, seed: 11);

    /// <summary>Every tenth number is NaN.</summary>
    public static ToyRows WithMissing { get; } = new(count: 600, seed: 12, missingShare: 0.1);

    /// <param name="kind">binary, three classes or regression, after the family where that is not FastTree.</param>
    /// <param name="data">Training rows.</param>
    /// <param name="seed">Of the training.</param>
    public static TrainedTrees Train(string kind, ToyRows data, int seed = 1)
    {
        var training = Training(kind, seed);
        if (kind.EndsWith("binary", StringComparison.Ordinal))
            return training.Classify(data.Rows, data.BinaryLabels, 2, (_, _, _) => { });
        return kind.EndsWith("regression", StringComparison.Ordinal)
            ? training.Regress(data.Rows, data.Targets)
            : training.Classify(data.Rows, data.Labels, ToyRows.Classes, (_, _, _) => { });
    }

    public static ITreeTraining Training(string kind, int seed = 1) => kind.Split(' ')[0] switch
    {
        "forest" => new FastForestTraining(Tiny, seed),
        "lightgbm" => new LightGbmTraining(Tiny, seed, oneVersusRest: kind.Contains("one-versus-all", StringComparison.Ordinal)),
        _ => new FastTreeTraining(Tiny, seed),
    };

    public static float[][] RowsWithEdges(TrainedTrees trained, ToyRows data, int edges) =>
        [.. data.Rows, .. SplitRows.Of(trained.Ensemble, data.Rows), .. EdgeRows.Of(trained.Ensemble, data.Rows, edges, seed: 5)];
}
