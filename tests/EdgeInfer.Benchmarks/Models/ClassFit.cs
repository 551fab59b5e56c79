using EdgeInfer.Benchmarks.MlNet;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers.FastTree;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Models;

/// <summary>One class of a bundle of FastTree, fitted again as the trainer fitted it, for ML.NET's own model.</summary>
internal static class ClassFit
{
    /// <param name="ensemble">Whose trees must come out again.</param>
    /// <param name="output">The class.</param>
    /// <param name="rows">Features of the training windows.</param>
    /// <param name="labels">Class of each.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="file">Receives the model.</param>
    public static void Keep(TreeEnsemble ensemble, int output, float[][] rows, int[] labels, int seed, FileInfo file)
    {
        var options = TreeTrainingOptions.Full;
        var fits = new MlNetFits(seed);
        var model = fits.Fit(
            rows,
            i => new FeatureRow { Features = rows[i], Label = labels[i] == output },
            fits.Context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
            {
                NumberOfTrees = options.Trees,
                NumberOfLeaves = options.Leaves,
                MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
                LearningRate = options.LearningRate,
                NumberOfThreads = MlNetFits.Threads,
            }));
        var trees = MlNetTrees.Of(((CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>)model.Model).SubModel, 0);
        if (!AsFiled(trees, ensemble.FeatureCount).Zip(ensemble.Trees.Where(tree => tree.Output == output))
            .All(pair => AreSame(pair.First, pair.Second)))
            throw new InvalidOperationException(
                Invariant($"class {output}: ML.NET grew other trees from the recordings than it grew for the bundle"));
        MlNetFile.Save(fits.Context, model, ensemble.FeatureCount, file);
    }

    /// <summary>With their nodes in the order that a compact file puts them in.</summary>
    private static IReadOnlyList<DecisionTree> AsFiled(IReadOnlyList<DecisionTree> trees, int features)
    {
        var ensemble = new TreeEnsemble(features, 1, trees, Aggregation.Sum, new EnsembleLink.Identity());
        return CompactTreeFile.Read(CompactTreeFile.Write(ensemble), nameof(ClassFit)).Trees;
    }

    private static bool AreSame(DecisionTree one, DecisionTree other) =>
        one.Feature.SequenceEqual(other.Feature) && one.Threshold.SequenceEqual(other.Threshold) && one.Leaves.SequenceEqual(other.Leaves)
        && one.Left.SequenceEqual(other.Left) && one.Right.SequenceEqual(other.Right);
}
