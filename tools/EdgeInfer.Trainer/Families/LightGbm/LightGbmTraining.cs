using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trees.Ensembles;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers.LightGbm;

namespace EdgeInfer.Trainer.Families.LightGbm;

/// <summary>
/// LightGBM through ML.NET: gradient boosting. Three classes or more are learnt by one fit with softmax, or one
/// against the rest where <paramref name="oneVersusRest"/> asks for it. Histograms are built by columns: left to itself,
/// LightGBM times two ways on the machine and takes the faster.
/// </summary>
internal sealed class LightGbmTraining(TreeTrainingOptions options, int seed, bool oneVersusRest) : ITreeTraining
{
    public static TreeFamily Registration { get; } = new(
        ModelFamily.LightGbm.Name, "LightGBM", (options, seed, oneVersusRest) => new LightGbmTraining(options, seed, oneVersusRest));

    private readonly MlNetFits _fits = new(seed);

    public TrainedTrees Classify(float[][] rows, int[] labels, int classes, ReportProgress progress) =>
        oneVersusRest || classes == 2
            ? OneVersusRest.Train(
                rows[0].Length, classes, Aggregation.Sum, (positive, output) => FitClass(rows, labels, positive, output), progress)
            : FitAllClasses(rows, labels, classes, progress);

    public TrainedTrees Regress(float[][] rows, double[] targets)
    {
        var trainer = _fits.Context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.Target),
            NumberOfIterations = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
            LearningRate = options.LearningRate,
            NumberOfThreads = MlNetFits.Threads,
            Seed = seed,
            Deterministic = true,
            ForceColumnWise = true,
        });
        var model = _fits.Fit(rows, i => new FeatureRow { Features = rows[i], Target = (float)targets[i] }, trainer);
        return TrainedTrees.Regression(rows[0].Length, MlNetTrees.Of(model.Model, 0), Aggregation.Sum, _fits.Predictor(model, rows));
    }

    private OutputFit FitClass(float[][] rows, int[] labels, int positive, int output)
    {
        var trainer = _fits.Context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
            LearningRate = options.LearningRate,
            NumberOfThreads = MlNetFits.Threads,
            Seed = seed,
            Deterministic = true,
            ForceColumnWise = true,
        });
        var model = _fits.Fit(rows, i => new FeatureRow { Features = rows[i], Label = labels[i] == positive }, trainer);
        var predictor = _fits.Predictor(model, rows);
        return new OutputFit(
            MlNetTrees.Of(model.Model.SubModel, output),
            predictor,
            new PlattCalibration(model.Model.Calibrator.Slope, model.Model.Calibrator.Offset),
            FitLoss.LogLoss(predictor.Probabilities(rows), labels, positive));
    }

    private TrainedTrees FitAllClasses(float[][] rows, int[] labels, int classes, ReportProgress progress)
    {
        var trainer = _fits.Context.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
        {
            LabelColumnName = nameof(FeatureRow.Class),
            UseSoftmax = true,
            NumberOfIterations = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.MinimumWindowsPerLeaf,
            LearningRate = options.LearningRate,
            NumberOfThreads = MlNetFits.Threads,
            Seed = seed,
            Deterministic = true,
            ForceColumnWise = true,
        });
        var model = _fits.Fit(rows, i => new FeatureRow { Features = rows[i], Class = (uint)labels[i] }, trainer, classes);
        LightGbmBinaryModelParameters[] outputs = [.. MlNetInternals.ModelsOfClasses(model.Model)
            .Select(output => ((CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>)output).SubModel)];
        var trees = outputs.SelectMany((parameters, output) => MlNetTrees.Of(parameters, output));
        var fit = new SoftmaxFit(_fits.Context, model, outputs);
        progress(classes, FitLoss.LogLoss(fit.Probabilities(rows), labels));
        return new TrainedTrees(new TreeEnsemble(rows[0].Length, classes, [.. trees], Aggregation.Sum, new EnsembleLink.Softmax()), fit);
    }
}
