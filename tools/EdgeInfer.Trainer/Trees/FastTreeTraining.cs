using EdgeInfer.Core.Errors;
using System.Globalization;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trees.Ensembles;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers.FastTree;

namespace EdgeInfer.Trainer.Trees;

/// <summary>
/// Trains ML.NET's FastTree (gradient boosting) and FastForest. Classes are learned one versus the rest by one fit a
/// class, since ML.NET's own OneVersusAll hides its submodels.
/// </summary>
internal sealed class FastTreeTraining(TreeTrainingOptions options, int seed)
{
    /// <summary>One thread was fastest on a loaded machine, and the trees are the same for any number.</summary>
    private const int Threads = 1;

    private readonly MLContext _context = new(seed);

    /// <param name="rows">Features of each window.</param>
    /// <param name="labels">Index of each window's class.</param>
    /// <param name="classes">Number of classes; two need one output only, the second class's.</param>
    /// <param name="progress">Hears of each finished class.</param>
    public TrainedTrees Classify(float[][] rows, int[] labels, int classes, ReportProgress progress)
    {
        int[] positives = classes == 2 ? [1] : [.. Enumerable.Range(0, classes)];
        List<DecisionTree> trees = [];
        List<PlattCalibration> calibrations = [];
        List<MlNetPredictor> predictors = [];
        foreach (var positive in positives)
        {
            var output = calibrations.Count;
            var model = Fit(rows, i => new FeatureRow { Features = rows[i], Label = labels[i] == positive }, _context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
            {
                NumberOfTrees = options.Trees,
                NumberOfLeaves = options.Leaves,
                MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
                LearningRate = options.LearningRate,
                NumberOfThreads = Threads,
            }));
            var calibrated = (CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>)model.Model;
            trees.AddRange(MlNetTrees.Of(calibrated.SubModel.TrainedTreeEnsemble.Trees, output));
            calibrations.Add(new PlattCalibration(calibrated.Calibrator.Slope, calibrated.Calibrator.Offset));
            predictors.Add(new MlNetPredictor(_context, model, rows[0].Length));
            progress(predictors.Count, string.Create(CultureInfo.InvariantCulture, $"log loss {TrainingLoss.LogLoss(predictors[^1].Probabilities(rows), labels, positive):F4}"));
        }

        return Trained(rows, trees, predictors, Aggregation.Sum, new EnsembleLink.Platt(calibrations));
    }

    /// <summary>A forest for each class, grown on targets of 0 and 1: its mean is the share of the class.</summary>
    public TrainedTrees ClassifyByForest(float[][] rows, int[] labels, int classes, ReportProgress progress)
    {
        int[] positives = classes == 2 ? [1] : [.. Enumerable.Range(0, classes)];
        List<DecisionTree> trees = [];
        List<MlNetPredictor> predictors = [];
        foreach (var positive in positives)
        {
            var model = Fit(rows, i => new FeatureRow { Features = rows[i], Target = labels[i] == positive ? 1 : 0 }, Forest());
            trees.AddRange(ForestTrees(model.Model, predictors.Count, rows.Length));
            predictors.Add(new MlNetPredictor(_context, model, rows[0].Length));
            progress(predictors.Count, string.Create(CultureInfo.InvariantCulture, $"squared loss {TrainingLoss.Squared(predictors[^1].RawScores(rows), labels, positive):F4}"));
        }

        return Trained(rows, trees, predictors, Aggregation.Mean, new EnsembleLink.ClampedShare());
    }

    public TrainedTrees Regress(float[][] rows, double[] targets)
    {
        var model = Fit(rows, i => new FeatureRow { Features = rows[i], Target = (float)targets[i] }, _context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.Target),
            NumberOfTrees = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
            LearningRate = options.LearningRate,
            NumberOfThreads = Threads,
        }));
        return Trained(
            rows, MlNetTrees.Of(model.Model.TrainedTreeEnsemble.Trees, 0), [new MlNetPredictor(_context, model, rows[0].Length)], Aggregation.Sum, new EnsembleLink.Identity());
    }

    public TrainedTrees RegressByForest(float[][] rows, double[] targets)
    {
        var model = Fit(rows, i => new FeatureRow { Features = rows[i], Target = (float)targets[i] }, Forest());
        return Trained(
            rows, ForestTrees(model.Model, 0, rows.Length), [new MlNetPredictor(_context, model, rows[0].Length)], Aggregation.Mean, new EnsembleLink.Identity());
    }

    private FastForestRegressionTrainer Forest() => _context.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options
    {
        LabelColumnName = nameof(FeatureRow.Target),
        NumberOfTrees = options.Trees,
        NumberOfLeaves = options.Leaves,
        MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
        NumberOfThreads = Threads,
        Seed = seed,
        FeatureSelectionSeed = seed,
    });

    /// <summary>A forest's score is a mean, which without any tree is no number.</summary>
    private IReadOnlyList<DecisionTree> ForestTrees(FastForestRegressionModelParameters forest, int output, int rows) =>
        forest.TrainedTreeEnsemble.Trees.Count > 0
            ? MlNetTrees.Of(forest.TrainedTreeEnsemble.Trees, output)
            : throw new InvalidInputException("training windows", $"{rows} are too few for a forest whose leaves hold at least {options.MinimumWindowsPerLeaf} each");

    private TTransformer Fit<TTransformer>(float[][] rows, Func<int, FeatureRow> row, IEstimator<TTransformer> trainer)
        where TTransformer : class, ITransformer =>
        trainer.Fit(_context.Data.LoadFromEnumerable(Enumerable.Range(0, rows.Length).Select(row), FeatureRow.Schema(rows[0].Length)));

    private static TrainedTrees Trained(
        float[][] rows, IReadOnlyList<DecisionTree> trees, List<MlNetPredictor> predictors, Aggregation aggregation, EnsembleLink link) =>
        new(new TreeEnsemble(rows[0].Length, predictors.Count, trees, aggregation, link), predictors);
}
