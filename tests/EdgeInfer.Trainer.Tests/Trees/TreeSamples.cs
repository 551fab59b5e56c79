using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Trees;

namespace EdgeInfer.Trainer.Tests.Trees;

/// <summary>Small ensembles of every kind, each trained anew.</summary>
internal static class TreeSamples
{
    public static readonly TreeTrainingOptions Tiny = new(Trees: 8, Leaves: 8, MinimumWindowsPerLeaf: 5, LearningRate: 0.2);

    public static ToyRows Data { get; } = new(count: 400, seed: 11);

    public static TrainedTrees Train(string kind, ToyRows data)
    {
        var training = new FastTreeTraining(Tiny, seed: 1);
        return kind switch
        {
            "binary" => training.Classify(data.Rows, data.BinaryLabels, 2, (_, _) => { }),
            "three classes" => training.Classify(data.Rows, data.Labels, ToyRows.Classes, (_, _) => { }),
            "regression" => training.Regress(data.Rows, data.Targets),
            "binary forest" => training.ClassifyByForest(data.Rows, data.BinaryLabels, 2, (_, _) => { }),
            "forest of three classes" => training.ClassifyByForest(data.Rows, data.Labels, ToyRows.Classes, (_, _) => { }),
            "regression forest" => training.RegressByForest(data.Rows, data.Targets),
            _ => throw new ArgumentException(kind),
        };
    }

    public static float[][] RowsWithEdges(TrainedTrees trained, ToyRows data, int edges) =>
        [.. data.Rows, .. SplitRows.Of(trained.Ensemble, data.Rows), .. EdgeRows.Of(trained.Ensemble, data.Rows, edges, seed: 5)];
}
