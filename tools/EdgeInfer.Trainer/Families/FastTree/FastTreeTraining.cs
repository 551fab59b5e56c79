using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trees.Ensembles;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers.FastTree;

namespace EdgeInfer.Trainer.Families.FastTree;

/// <summary>ML.NET's FastTree: gradient boosting.</summary>
internal sealed class FastTreeTraining(TreeTrainingOptions options, int seed) : ITreeTraining
{
    public static TreeFamily Registration { get; } =
        new(ModelFamily.FastTree.Name, "FastTree", (options, seed, _) => new FastTreeTraining(options, seed));

    private readonly MlNetFits _fits = new(seed);

    public TrainedTrees Classify(float[][] rows, int[] labels, int classes, ReportProgress progress) =>
        OneVersusRest.Train(
            rows[0].Length, classes, Aggregation.Sum, (positive, output) => FitClass(rows, labels, positive, output), progress);

    public TrainedTrees Regress(float[][] rows, double[] targets)
    {
        var trainer = _fits.Context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.Target),
            NumberOfTrees = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
            LearningRate = options.LearningRate,
            NumberOfThreads = MlNetFits.Threads,
        });
        var model = _fits.Fit(rows, i => new FeatureRow { Features = rows[i], Target = (float)targets[i] }, trainer);
        return TrainedTrees.Regression(rows[0].Length, MlNetTrees.Of(model.Model, 0), Aggregation.Sum, _fits.Predictor(model, rows));
    }

    private OutputFit FitClass(float[][] rows, int[] labels, int positive, int output)
    {
        var trainer = _fits.Context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
            LearningRate = options.LearningRate,
            NumberOfThreads = MlNetFits.Threads,
        });
        var model = _fits.Fit(rows, i => new FeatureRow { Features = rows[i], Label = labels[i] == positive }, trainer);
        var calibrated = (CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>)model.Model;
        var predictor = _fits.Predictor(model, rows);
        return new OutputFit(
            MlNetTrees.Of(calibrated.SubModel, output),
            predictor,
            new PlattCalibration(calibrated.Calibrator.Slope, calibrated.Calibrator.Offset),
            FitLoss.LogLoss(predictor.Probabilities(rows), labels, positive));
    }
}
