using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trees.Ensembles;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace EdgeInfer.Trainer.Families.Forest;

/// <summary>
/// ML.NET's FastForest. A class is learnt by a regression forest on targets of 0 and 1: its mean is the share of the class.
/// </summary>
internal sealed class FastForestTraining(TreeTrainingOptions options, int seed) : ITreeTraining
{
    public static TreeFamily Registration { get; } =
        new(ModelFamily.Forest.Name, "FastForest", (options, seed, _) => new FastForestTraining(options, seed));

    private readonly MlNetFits _fits = new(seed);

    public TrainedTrees Classify(float[][] rows, int[] labels, int classes, ReportProgress progress) =>
        OneVersusRest.Train(
            rows[0].Length, classes, Aggregation.Mean, (positive, output) => FitClass(rows, labels, positive, output), progress);

    public TrainedTrees Regress(float[][] rows, double[] targets)
    {
        var model = Fit(rows, i => (float)targets[i]);
        return TrainedTrees.Regression(rows[0].Length, Trees(model.Model, 0, rows.Length), Aggregation.Mean, _fits.Predictor(model, rows));
    }

    private OutputFit FitClass(float[][] rows, int[] labels, int positive, int output)
    {
        var model = Fit(rows, i => labels[i] == positive ? 1 : 0);
        var trees = Trees(model.Model, output, rows.Length);
        var predictor = _fits.Predictor(model, rows);
        return new OutputFit(trees, predictor, Calibration: null, FitLoss.Squared(predictor.RawScores(rows), labels, positive));
    }

    private RegressionPredictionTransformer<FastForestRegressionModelParameters> Fit(float[][] rows, Func<int, float> target)
    {
        var trainer = _fits.Context.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.Target),
            NumberOfTrees = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
            NumberOfThreads = MlNetFits.Threads,
            Seed = seed,
            FeatureSelectionSeed = seed,
        });
        return _fits.Fit(rows, i => new FeatureRow { Features = rows[i], Target = target(i) }, trainer);
    }

    /// <summary>A forest's score is a mean, which without any tree is no number.</summary>
    private IReadOnlyList<DecisionTree> Trees(FastForestRegressionModelParameters forest, int output, int rows) =>
        forest.TrainedTreeEnsemble.Trees.Count > 0
            ? MlNetTrees.Of(forest, output)
            : throw new InvalidInputException(
                "training windows", $"{rows} are too few for a forest whose leaves hold at least {options.MinimumWindowsPerLeaf} each");
}
